extension Dialect {
  /// Files that are named for the secrets in them, such as `pap-secrets` and `db_password.txt`.
  static let credentialFile = Dialect("credentials")
}
