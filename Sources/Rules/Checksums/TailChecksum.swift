internal import Digests
internal import Findings

/// A token that ends in the CRC-32 of what stands before: `prefix body separator tail`.
struct TailChecksum: Sendable {
  /// How the CRC is written.
  enum Tail: Sendable {
    case base62, hex, upperHex, littleEndianHex, littleEndianBase64

    var length: Int {
      switch self {
      case .base62, .littleEndianBase64: 6
      case .hex, .upperHex, .littleEndianHex: 8
      }
    }

    func text(_ crc: UInt32) -> [UInt8] {
      switch self {
      case .base62: Numeral.base62.text(crc, width: 6)
      case .hex: Numeral.hex.text(crc, width: 8)
      case .upperHex: Numeral.upperHex.text(crc, width: 8)
      case .littleEndianHex: Numeral.hex.text(crc.byteSwapped, width: 8)
      case .littleEndianBase64:
        Array(
          Base64.encode((0..<4).map { UInt8(truncatingIfNeeded: crc >> ($0 * 8)) }).prefix(6))
      }
    }
  }

  /// The prefixes of the tokens that have this checksum.
  let prefixes: [String]
  /// The characters between prefix and separator; `nil` for any number.
  let bodyLength: Int?
  /// What stands between body and tail.
  var separator = ""
  /// Whether the CRC covers the prefix too.
  var coversPrefix = false
  /// How the CRC is written.
  let tail: Tail

  static let github = TailChecksum(
    prefixes: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "npm_"], bodyLength: 30, tail: .base62)
  static let confluent = TailChecksum(
    prefixes: ["cflt"], bodyLength: 54, tail: .littleEndianBase64)
  static let zuplo = TailChecksum(
    prefixes: ["zpka_"], bodyLength: 32, separator: "_", tail: .hex)
  static let grafana = TailChecksum(
    prefixes: ["glsa_"], bodyLength: 32, separator: "_", coversPrefix: true,
    tail: .littleEndianHex)
  static let atlassian = TailChecksum(
    prefixes: ["ATATT3", "ATCTT3", "ATBB"], bodyLength: nil, coversPrefix: true, tail: .upperHex)
  static let cloudflare = TailChecksum(
    prefixes: ["cfut_", "cfat_", "cfk_"], bodyLength: 40, tail: .hex)

  /// Compares a token with its tail. Hexadecimal digits count in either case.
  func verify(_ token: [UInt8]) -> ChecksumOutcome {
    guard let prefix = prefixes.first(where: { token.starts(with: $0.utf8) }) else {
      return .notApplicable
    }
    let start = prefix.utf8.count
    let end = token.count - tail.length - separator.utf8.count
    guard end > start, bodyLength == nil || end - start == bodyLength,
      token[end...].starts(with: separator.utf8)
    else { return .notApplicable }
    let expected = text(prefix: prefix, body: token[start..<end])
    return token.suffix(tail.length).elementsEqual(expected, by: isSame) ? .good : .bad
  }

  /// The tail of a token.
  func text(prefix: String, body: some Sequence<UInt8>) -> [UInt8] {
    let covered = (coversPrefix ? Array(prefix.utf8) : []) + body
    return tail.text(CRC32.checksum(covered.span))
  }

  private func isSame(_ left: UInt8, _ right: UInt8) -> Bool {
    switch tail {
    case .base62, .littleEndianBase64: left == right
    case .hex, .upperHex, .littleEndianHex: Hex.value(of: left) == Hex.value(of: right)
    }
  }
}
