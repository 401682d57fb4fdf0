internal import Digests

/// GitLab's routable tokens: `<prefix><payload>.<version, 2>.<payload length, 2><CRC-32, 7>`, the last
/// three in base 36; the CRC covers everything before it, prefix included
/// (`lib/authn/token_field/generator/routable_token.rb` of GitLab).
enum RoutableToken {
  /// The version and the dots around it.
  private static let version = Array(".01.".utf8)

  static func verify(_ token: [UInt8]) -> ChecksumOutcome {
    guard let dot = token.firstIndex(of: UInt8(ascii: ".")), token[dot...].starts(with: version),
      token.count == dot + version.count + 9,
      let length = Numeral.base36.number(token.suffix(9).prefix(2)),
      let crc = Numeral.base36.number(token.suffix(7))
    else { return .notApplicable }
    // Which hyphen ends the prefix cannot be told, so the length says where the payload begins.
    let start = dot - Int(length)
    guard start > 0, token[start - 1] == UInt8(ascii: "-") || token[start - 1] == UInt8(ascii: "_")
    else { return .bad }
    let covered = Array(token.dropLast(7))
    return CRC32.checksum(covered.span) == crc ? .good : .bad
  }

  /// The tail of a token with this prefix and payload.
  static func tail(prefix: [UInt8], payload: [UInt8]) -> [UInt8] {
    let length = Numeral.base36.text(UInt32(clamping: payload.count), width: 2)
    let covered = prefix + payload + version + length
    return covered[(prefix.count + payload.count)...]
      + Numeral.base36.text(CRC32.checksum(covered.span), width: 7)
  }
}
