/// Identities of age: Bech32 of 32 bytes behind `AGE-SECRET-KEY-` (age's specification, C2SP).
enum AgeIdentity {
  static let prefix = "AGE-SECRET-KEY-"
  /// 32 bytes in groups of five bits.
  static let bodyLength = 52

  static func verify(_ value: [UInt8]) -> ChecksumOutcome {
    let prefixes = [prefix, prefix.lowercased()]
    guard value.count == prefix.utf8.count + 1 + bodyLength + 6,
      prefixes.contains(where: { value.starts(with: $0.utf8) })
    else { return .notApplicable }
    return Bech32.isRight(value) ? .good : .bad
  }
}
