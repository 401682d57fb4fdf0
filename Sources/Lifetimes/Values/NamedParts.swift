internal import Findings

/// Tokens with a public part between their dots or colons: Harness' account, the config of a Doppler
/// service token, the ids of bots of Discord and Telegram.
enum NamedParts {
  static func facts(of token: [UInt8]) -> [Evidence.Fact] {
    guard token.contains(UInt8(ascii: ".")) else { return telegram(token) }
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    switch parts.count {
    case 4 where ["pat", "sat"].contains(text(parts[0])) && parts[1].count == 22:
      return [Evidence.Fact("account", text(parts[1]))]
    case 4 where token.starts(with: "dp.st.".utf8) && (1...60).contains(parts[2].count):
      return [Evidence.Fact("config", text(parts[2]))]
    case 3 where (5...7).contains(parts[1].count) && parts[2].count >= 27:
      guard let id = Base64.decode(parts[0]), (17...20).contains(id.count), isNumber(id[...])
      else { return [] }
      return [Evidence.Fact("bot", text(id[...]))]
    default:
      return telegram(token)
    }
  }

  /// `<bot id>:<35 characters>`.
  private static func telegram(_ token: [UInt8]) -> [Evidence.Fact] {
    guard let colon = token.firstIndex(of: UInt8(ascii: ":")), (8...10).contains(colon),
      token.count - colon - 1 == 35, isNumber(token[..<colon])
    else { return [] }
    return [Evidence.Fact("bot", text(token[..<colon]))]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
