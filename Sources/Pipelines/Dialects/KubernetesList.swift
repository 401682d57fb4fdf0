extension Dialect {
  /// A list of Kubernetes manifests, each of which is a document of its own.
  ///
  /// Source: kubernetes.io/docs, "API conventions".
  static let kubernetesList = Dialect(
    "Kubernetes list",
    marks: [["kind=List", "kind=SecretList", "kind=ConfigMapList"], ["items[]"]],
    parts: ["items[]"])
}
