extension Dialect {
  /// Kustomize: generators make Secrets and ConfigMaps of literals.
  ///
  /// Source: kubectl.docs.kubernetes.io, "kustomization file".
  static let kustomization = Dialect(
    "Kustomize", paths: ["kustomization.yaml", "kustomization.yml"],
    marks: [["secretGenerator[]", "configMapGenerator[]"]],
    sites: .secrets(.keyValues("secretGenerator[].literals[]"))
      + .keyValues("configMapGenerator[].literals[]")
      + .yaml("patches[].patch", "patchesStrategicMerge[]", "patchesJson6902[].patch"))
}
