extension Dialect {
  /// Jenkins Configuration as Code.
  ///
  /// Source: github.com/jenkinsci/configuration-as-code-plugin, docs/features/secrets.adoc.
  static let jenkinsCasC = Dialect(
    "Jenkins Configuration as Code", paths: ["casc.yaml", "casc.yml", "casc_configs/*.yaml"],
    marks: [
      [
        "jenkins.systemMessage", "jenkins.securityRealm", "jenkins.numExecutors",
        "jenkins.authorizationStrategy", "jenkins.clouds", "jenkins.nodes",
        "credentials.system.domainCredentials", "unclassified.location",
      ]
    ])
}
