internal import Digests

/// GitLab's routable tokens: `<prefix><payload>.<version, 2><payload length, 2><CRC-32, 7>`, the
/// last three in base 36; the CRC covers everything before it, prefix included
/// (`lib/authn/token_field/generator/routable_token.rb` of GitLab).
enum RoutableToken {
  static let version = Array("01".utf8)

  static func verify(_ token: [UInt8]) -> Checksum.Outcome {
    // What stands behind the dot that ends the payload; an older form has another dot behind the
    // version.
    guard let dot = token.firstIndex(of: UInt8(ascii: ".")) else { return .notApplicable }
    var tail = Array(token[(dot + 1)...])
    if tail.count == 12, tail[2] == UInt8(ascii: ".") { tail.remove(at: 2) }
    guard tail.count == 11, tail.starts(with: version),
      let length = Numeral.base36.number(tail[2..<4]),
      let crc = Numeral.base36.number(tail[4...])
    else { return .notApplicable }
    // The prefix ends at its hyphen; which of several cannot be told, so the length decides.
    let payloadStart = dot - Int(length)
    guard payloadStart > 0, token[..<payloadStart].last.map(isSeparator) == true else {
      return .bad
    }
    let covered = Array(token.dropLast(7))
    return CRC32.checksum(covered.span) == crc ? .good : .bad
  }

  /// The tail of a token with this prefix and payload.
  static func tail(prefix: [UInt8], payload: [UInt8]) -> [UInt8] {
    let length = Numeral.base36.text(UInt32(clamping: payload.count), width: 2)
    let covered = prefix + payload + [UInt8(ascii: ".")] + version + length
    return covered[(prefix.count + payload.count)...]
      + Numeral.base36.text(CRC32.checksum(covered.span), width: 7)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
