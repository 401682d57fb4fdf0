extension Dialect {
  /// Configuration of Spring Boot applications. A default inside `${NAME:default}` is a literal.
  ///
  /// Source: docs.spring.io, "Externalized configuration".
  static let spring = Dialect(
    "Spring",
    paths: [
      "application.yml", "application.yaml", "application-*.yml", "application-*.yaml",
      "bootstrap.yml", "bootstrap.yaml", "bootstrap-*.yml",
    ],
    marks: [
      ["spring.datasource", "spring.application", "spring.profiles", "spring.cloud", "spring.mail"]
    ], names: .properties)
}
