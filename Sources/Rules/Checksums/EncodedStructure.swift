internal import Findings

/// Tokens that are base64 of something with a form of its own.
enum EncodedStructure {
  /// Grafana's Cloud tokens (`glc_`) and its older API keys: JSON with the secret `k` and the name
  /// `n`.
  static func verifyGrafana(_ token: [UInt8]) -> ChecksumOutcome {
    let isCloud = token.starts(with: "glc_".utf8)
    guard isCloud || token.starts(with: "eyJ".utf8) else { return .notApplicable }
    guard let json = Base64.decode(token.dropFirst(isCloud ? 4 : 0)), json.first == 0x7B,
      json.last == 0x7D
    else { return .bad }
    return contains("\"k\":", in: json) && contains("\"n\":", in: json) ? .good : .bad
  }

  /// Access tokens of Jira, Confluence and Bitbucket Data Center: a number, a colon, random bytes.
  static func verifyDataCenter(_ token: [UInt8]) -> ChecksumOutcome {
    let isBitbucket = token.starts(with: "BBDC-".utf8)
    let encoded = token.dropFirst(isBitbucket ? 5 : 0)
    guard encoded.count == 44 else { return .notApplicable }
    return number(beforeColonIn: encoded, digits: 1...20) ? .good : .bad
  }

  /// Discord's bot tokens: the bot's id in base64, the moment, a signature, joined by dots.
  static func verifyDiscord(_ token: [UInt8]) -> ChecksumOutcome {
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return .notApplicable }
    guard let id = Base64.decode(parts[0]), (17...20).contains(id.count),
      id.allSatisfy({ (0x30...0x39).contains($0) })
    else { return .bad }
    return .good
  }

  private static func number(
    beforeColonIn encoded: ArraySlice<UInt8>, digits: ClosedRange<Int>
  ) -> Bool {
    guard let bytes = Base64.decode(encoded),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return digits.contains(colon) && bytes[..<colon].allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    let text = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: text) }
  }
}
