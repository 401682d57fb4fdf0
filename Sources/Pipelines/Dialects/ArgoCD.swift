extension Dialect {
  /// Argo CD applications: Helm values stand in a string, as a mapping, or as parameters.
  ///
  /// Source: argo-cd.readthedocs.io, "Application specification".
  static let argoCD = Dialect(
    "Argo CD",
    marks: [
      ["apiVersion=argoproj.io/"], ["kind=Application", "kind=AppProject"],
    ],
    sites: .yaml(
      "spec.source.helm.values", "spec.sources[].helm.values",
      "spec.template.spec.source.helm.values", "spec.template.spec.sources[].helm.values"))
}
