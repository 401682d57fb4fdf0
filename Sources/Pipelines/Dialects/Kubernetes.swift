extension Dialect {
  /// Any other Kubernetes manifest: workloads with their variables and commands, custom resources.
  ///
  /// Source: kubernetes.io/docs, "Kubernetes API".
  static let kubernetes = Dialect(
    "Kubernetes manifest", marks: [["apiVersion"], ["kind"], ["metadata", "spec"]],
    sites: .shell(
      "spec.containers[].command[]", "spec.containers[].args[]",
      "spec.template.spec.containers[].command[]", "spec.template.spec.containers[].args[]",
      "spec.template.spec.initContainers[].command[]",
      "spec.template.spec.initContainers[].args[]",
      "spec.jobTemplate.spec.template.spec.containers[].command[]",
      "spec.jobTemplate.spec.template.spec.containers[].args[]")
      + .files("metadata.annotations.*"))
}
