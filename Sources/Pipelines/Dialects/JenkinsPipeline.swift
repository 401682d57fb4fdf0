extension Dialect {
  /// Jenkins pipelines, which are Groovy and no YAML: ``JenkinsfileReader`` reads them.
  ///
  /// Source: jenkins.io/doc, "Using a Jenkinsfile".
  static let jenkinsPipeline = Dialect(
    "Jenkins pipeline",
    paths: ["Jenkinsfile", "Jenkinsfile.*", "Jenkinsfile-*", "*.jenkinsfile", "*.Jenkinsfile"])
}
