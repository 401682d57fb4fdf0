internal import Digests
internal import Findings

/// What stands in place of a secret in a masked log: `[REDACTED:github-token:3f2a91c0]`.
///
/// The digits are a keyed hash: the same value has the same ones wherever it stands, and nobody
/// without the key can try values.
struct Redaction {
  private let authenticator: HMACSHA256

  /// - Parameter key: a private key; logs that were masked under one key can be compared.
  init(key: [UInt8]) { authenticator = HMACSHA256(key: key.span) }

  /// The text for a value of a rule.
  func text(of value: [UInt8], ruleID: String) -> [UInt8] {
    let hash = authenticator.authenticate((Array("leakage/mask/v1\0".utf8) + value).span).hex
    return Array("[REDACTED:\(ruleID):\(hash.prefix(8))]".utf8)
  }
}
