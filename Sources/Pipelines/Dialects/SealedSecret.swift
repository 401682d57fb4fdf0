extension Dialect {
  /// Sealed Secrets of Bitnami.
  ///
  /// Source: github.com/bitnami-labs/sealed-secrets, README.
  static let sealedSecret = Dialect(
    "SealedSecret", marks: [["kind=SealedSecret"], ["apiVersion=bitnami.com/"]],
    sites: .encrypted("spec.encryptedData.*", "spec.encryptedData")
      // Unlike those of a Secret these are plain text.
      + .files("spec.template.data.*"))
}
