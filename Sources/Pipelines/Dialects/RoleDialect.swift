extension Dialect {
  /// The JSON of roles of AWS and Vault, known by its keys.
  static let roleDocument = Dialect("role")
}
