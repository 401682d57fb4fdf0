extension Dialect {
  /// Kubernetes ConfigMaps: values, and whole files.
  ///
  /// Source: kubernetes.io/docs, "ConfigMaps".
  static let kubernetesConfigMap = Dialect(
    "Kubernetes ConfigMap", marks: [["apiVersion"], ["kind=ConfigMap"]],
    sites: .base64("binaryData.*") + .files("data.*"))
}
