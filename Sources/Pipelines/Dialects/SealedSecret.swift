extension Dialect {
  /// Sealed Secrets of Bitnami.
  ///
  /// Source: github.com/bitnami-labs/sealed-secrets, README.
  static let sealedSecret = Dialect(
    "SealedSecret", marks: [["kind=SealedSecret"], ["apiVersion=bitnami.com/"]],
    sites: .encrypted("spec.encryptedData.*", "spec.encryptedData")
      + .base64("spec.template.data.*"))
}
