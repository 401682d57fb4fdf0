extension Dialect {
  /// Files that SOPS has encrypted: a leaf that is not `ENC[…]` stands in clear.
  ///
  /// Source: github.com/getsops/sops, README.
  static let sops = Dialect(
    "SOPS",
    marks: [["sops.mac", "sops.version"], ["sops.lastmodified", "sops.version"]],
    sites: .encrypted("sops.**"))
}
