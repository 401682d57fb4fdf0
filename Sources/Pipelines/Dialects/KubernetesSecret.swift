extension Dialect {
  /// Kubernetes Secrets: `data` is base64, and may hold files such as a registry's configuration.
  ///
  /// Source: kubernetes.io/docs, "Secrets".
  static let kubernetesSecret = Dialect(
    "Kubernetes Secret", marks: [["apiVersion"], ["kind=Secret"], ["data", "stringData"]],
    sites: .secrets(.base64("data.*") + .files("stringData.*"))
      + .files("metadata.annotations.*"))
}
