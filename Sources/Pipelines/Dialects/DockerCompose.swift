extension Dialect {
  /// Docker Compose files.
  ///
  /// Source: docs.docker.com, "Compose file reference".
  static let dockerCompose = Dialect(
    "Docker Compose",
    paths: [
      "compose.yml", "compose.yaml", "docker-compose.yml", "docker-compose.yaml",
      "compose.*.yml", "compose.*.yaml", "docker-compose.*.yml", "docker-compose.*.yaml",
      "compose-*.yml", "compose-*.yaml", "docker-compose-*.yml", "docker-compose-*.yaml",
    ],
    marks: [["services.*.image", "services.*.build", "services.*.extends"]],
    sites: .keyValues(
      "services.*.environment[]", "services.*.build.args[]", "services.*.labels[]",
      "services.*.build.labels[]", "services.*.deploy.labels[]", "services.*.annotations[]")
      + .shell(
        "services.*.command.**", "services.*.entrypoint.**", "services.*.healthcheck.test.**"),
    names: .any)
}
