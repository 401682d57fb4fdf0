internal import Findings

/// Slack's tokens and webhooks hold the team: `xoxb-<team>-…`, `services/T…/…`.
enum SlackTeam {
  static func facts(of token: [UInt8]) -> [Evidence.Fact] {
    // Most values are given up by their first byte.
    guard let first = token.first, first == 0x73 || first == 0x77 || first == 0x78 else {
      return []
    }
    if let path = ["services/", "workflows/"].first(where: { token.starts(with: $0.utf8) }) {
      let team = token.dropFirst(path.utf8.count).prefix { $0 != UInt8(ascii: "/") }
      guard (8...14).contains(team.count), team.allSatisfy(isUpperOrDigit) else { return [] }
      return [Evidence.Fact("team", String(decoding: team, as: UTF8.self))]
    }
    let kinds = ["xoxb-", "xoxp-", "xoxe.xoxb-1-", "xoxe.xoxp-1-"]
    guard let kind = kinds.first(where: { token.starts(with: $0.utf8) }) else { return [] }
    let team = token.dropFirst(kind.utf8.count).prefix { $0 != UInt8(ascii: "-") }
    guard (8...14).contains(team.count), team.allSatisfy({ isUpperOrDigit($0) && $0 < 0x41 }) else {
      return []
    }
    return [Evidence.Fact("team", String(decoding: team, as: UTF8.self))]
  }

  private static func isUpperOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: true
    default: false
    }
  }
}
