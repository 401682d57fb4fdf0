extension Imported {
  /// Reads a file, by its name: `.gitleaks.toml` and other TOML, `.gitleaksignore`, and
  /// `.secrets.baseline` or other JSON.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: as the user named it.
  ///   - taken: ids that are in use; a rule that has one of them gets another.
  /// - Throws: ``MigrationError`` for what is not as it must be; `nil` is returned for a file that is
  ///   none of these.
  public static func read(
    _ bytes: [UInt8], name: String, taken: Set<String>
  ) throws(MigrationError) -> Imported? {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    if last.hasSuffix(".toml") {
      return GitleaksConfiguration.read(
        try TOMLReader.read(bytes, file: name), file: name, taken: taken)
    }
    if last.hasSuffix(".gitleaksignore") { return try GitleaksIgnore.read(bytes, file: name) }
    if last.hasSuffix(".baseline") || last.hasSuffix(".json") {
      return try SecretsBaseline.read(bytes, file: name)
    }
    return nil
  }
}
