extension Dialect {
  /// Dependabot's configuration with its registries.
  ///
  /// Source: docs.github.com, "Dependabot options reference".
  static let gitHubDependabot = Dialect(
    "Dependabot", paths: [".github/dependabot.yml", ".github/dependabot.yaml"],
    marks: [["updates[].package-ecosystem"]])
}
