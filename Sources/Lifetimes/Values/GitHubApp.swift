internal import Findings

/// GitHub's stateless installation tokens begin with the app's id: `ghs_<id>_<jwt>`.
enum GitHubApp {
  static func facts(of token: [UInt8]) -> [Evidence.Fact] {
    guard token.starts(with: "ghs_".utf8) else { return [] }
    let id = token.dropFirst(4).prefix { (0x30...0x39).contains($0) }
    guard (1...12).contains(id.count), token[id.endIndex...].starts(with: "_eyJ".utf8) else {
      return []
    }
    return [Evidence.Fact("app", String(decoding: id, as: UTF8.self))]
  }
}
