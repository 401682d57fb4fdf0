extension Dialect {
  /// OpenAPI and Swagger descriptions, whose values are mostly examples.
  ///
  /// Source: spec.openapis.org.
  static let openAPI = Dialect(
    "OpenAPI", marks: [["openapi=3", "swagger=2"], ["paths", "components", "definitions"]],
    // The property tells what the value is.
    sites: .valuesOfParents("**.properties.*.default", "**.properties.*.example"))
}
