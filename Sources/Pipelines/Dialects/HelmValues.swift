extension Dialect {
  /// Values of Helm charts.
  ///
  /// Source: helm.sh/docs, "Values files".
  static let helmValues = Dialect(
    "Helm values", paths: ["values.yaml", "values.yml", "values-*.yaml", "values.*.yaml"])
}
