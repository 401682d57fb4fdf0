extension Dialect {
  /// External Secrets and the CSI driver's provider classes: names of values kept elsewhere. A fake
  /// store holds literals.
  ///
  /// Source: external-secrets.io, "API specification".
  static let externalSecret = Dialect(
    "ExternalSecret",
    marks: [
      [
        "kind=ExternalSecret", "kind=SecretStore", "kind=ClusterSecretStore",
        "kind=ClusterExternalSecret", "kind=SecretProviderClass", "kind=VaultStaticSecret",
        "kind=VaultDynamicSecret",
      ], ["apiVersion"],
    ],
    sites: .references("spec.data[].secretKey", "spec.data[].**", "spec.dataFrom[].**")
      + .files(
        "spec.target.template.data.*", "spec.externalSecretSpec.target.template.data.*"))
}
