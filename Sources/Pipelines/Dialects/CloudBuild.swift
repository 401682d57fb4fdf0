extension Dialect {
  /// Google Cloud Build. What `secretEnv` of `secrets[]` holds is encrypted by KMS.
  ///
  /// Source: cloud.google.com/build/docs, "Build configuration file schema".
  static let cloudBuild = Dialect(
    "Cloud Build", paths: ["cloudbuild.yaml", "cloudbuild.yml", "cloudbuild*.yaml"],
    marks: [
      // An image; `docker` and more letters may be any step's name.
      [
        "steps[].name=gcr.io/", "steps[].name=docker/", "steps[].name=docker:",
        "steps[].name=docker.io/", "availableSecrets", "steps[].secretEnv[]",
      ],
      ["steps[].args", "steps[].entrypoint", "steps[].script"],
    ],
    sites: .encrypted("secrets[].secretEnv.*") + .shell("steps[].script", "steps[].args[]")
      + .keyValues("steps[].env[]", "options.env[]"),
    steps: Naming("steps[]", by: ["id", "name"]))
}
