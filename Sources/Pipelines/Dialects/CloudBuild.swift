extension Dialect {
  /// Google Cloud Build. What `secretEnv` of `secrets[]` holds is encrypted by KMS.
  ///
  /// Source: cloud.google.com/build/docs, "Build configuration file schema".
  static let cloudBuild = Dialect(
    "Cloud Build", paths: ["cloudbuild.yaml", "cloudbuild.yml", "cloudbuild*.yaml"],
    marks: [
      ["steps[].name=gcr.io/", "steps[].name=docker", "availableSecrets", "steps[].secretEnv[]"],
      ["steps[].args", "steps[].entrypoint", "steps[].script"],
    ],
    sites: .encrypted("secrets[].secretEnv.*") + .shell("steps[].script", "steps[].args[]")
      + .keyValues("steps[].env[]", "options.env[]"),
    steps: Naming("steps[]", by: ["id", "name"]))
}
