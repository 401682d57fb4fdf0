internal import Findings

/// The ids inside GitLab's routable tokens: 16 random bytes, lines such as `p:1a2b` with a number
/// in base 36, and the count of random bytes.
enum GitLabRouting {
  static func facts(of token: [UInt8]) -> [Evidence.Fact] {
    guard token.starts(with: "gl".utf8), let hyphen = token.firstIndex(of: UInt8(ascii: "-")),
      let dot = token.firstIndex(of: UInt8(ascii: ".")), dot > hyphen,
      token[dot...].starts(with: ".01".utf8)
    else { return [] }
    var encoded = token[(hyphen + 1)..<dot]
    // A runner's token has its kind before the payload: `glrt-t1_`.
    if encoded.starts(with: "t".utf8),
      let underscore = encoded.prefix(4).firstIndex(of: UInt8(ascii: "_"))
    {
      encoded = encoded[(underscore + 1)...]
    }
    guard let payload = Base64.decode(encoded), let salt = payload.last, payload.count > Int(salt)
    else { return [] }
    return payload[Int(salt)..<(payload.count - 1)].split(separator: UInt8(ascii: "\n"))
      .compactMap(fact)
  }

  private static func fact(_ line: ArraySlice<UInt8>) -> Evidence.Fact? {
    let names: [UInt8: String] = [
      UInt8(ascii: "g"): "group", UInt8(ascii: "o"): "organization", UInt8(ascii: "p"): "project",
      UInt8(ascii: "u"): "user",
    ]
    guard line.count > 2, let key = line.first, let name = names[key],
      line.dropFirst().first == UInt8(ascii: ":"),
      let number = UInt64(String(decoding: line.dropFirst(2), as: UTF8.self), radix: 36)
    else { return nil }
    return Evidence.Fact(name, String(number))
  }
}
