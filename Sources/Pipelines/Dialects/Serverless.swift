extension Dialect {
  /// Serverless Framework services.
  ///
  /// Source: serverless.com/framework/docs, "serverless.yml reference".
  static let serverless = Dialect(
    "Serverless Framework", paths: ["serverless.yml", "serverless.yaml"],
    marks: [["service"], ["provider.name", "provider.runtime"], ["functions", "custom"]])
}
