/// Versions of packages and ranges of them, as manifests and lists of packages write them: `^7.0.3`,
/// `1.2.3-beta.1`, `1:4.13+dfsg1-1`, `workspace:*`.
enum VersionShape {
  /// Words of a version's tail that no one would put behind a number in a password.
  private static let tails: [StaticString] = [
    "dfsg", "deb", "ubuntu", "rc", "beta", "alpha", "dev", "pre", "post", "snapshot", "release",
    "final", "build", "git", "ga", "el", "fc", "next", "canary", "nightly",
  ]
  private static let sources = PrefixFinder([
    "workspace:", "npm:", "link:", "portal:", "catalog:", "patch:",
  ])

  static func isOne(_ value: [UInt8]) -> Bool {
    if sources.isAny(in: value) { return true }
    var rest = value.drop { "^~<>=! v".utf8.contains($0) }
    let isRange = rest.startIndex > (value.first == UInt8(ascii: "v") ? 1 : 0)
    let epoch = digits(rest)
    var hasEpoch = false
    if epoch > 0, rest.dropFirst(epoch).first == UInt8(ascii: ":") {
      hasEpoch = true
      rest = rest.dropFirst(epoch + 1)
    }
    var parts = 0
    while true {
      let count = digits(rest)
      if count > 0 {
        parts += 1
        rest = rest.dropFirst(count)
      } else if parts > 0, let wildcard = rest.first, "x*".utf8.contains(wildcard) {
        rest = rest.dropFirst()
      } else {
        return false
      }
      guard rest.first == UInt8(ascii: "."), let next = rest.dropFirst().first,
        next.isDigit || "x*".utf8.contains(next)
      else { break }
      rest = rest.dropFirst()
    }
    guard parts > 1 || isRange || hasEpoch, rest.count <= 40,
      rest.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "~") })
    else { return false }
    guard let mark = rest.first else { return isRange || hasEpoch || parts > 2 }
    if hasEpoch && parts > 1 { return true }
    let isTail = "-+~.".utf8.contains(mark)
    if isTail, parts > 2 || isRange { return true }
    return tails.contains { rest.dropFirst(isTail ? 1 : 0).lowercased.starts(with: bytes(of: $0)) }
  }

  private static func bytes(of text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { unsafe Array($0) }
  }

  private static func digits(_ text: ArraySlice<UInt8>) -> Int {
    text.prefix(9).prefix(while: \.isDigit).count
  }
}
