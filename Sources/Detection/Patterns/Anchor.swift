internal import Patterns
internal import Rules

/// A keyword of a rule, by its place in the engine's list.
struct Anchor: Sendable {
  /// The rule's index in the engine's list.
  let rule: Int
  /// Where the keyword stands.
  let place: Rule.Keyword.Anchor
  /// The keyword's length in bytes.
  let length: Int
  /// Whether a match can only begin at the keyword, and not within a word. Then a look at the byte
  /// before it spares the window: `re_` stands in every `store_id`.
  let opensWord: Bool

  /// An anchor of a table.
  @inline(__always)
  init(_ word: UInt64) {
    rule = Int(word & 0xff_ffff)
    length = Int(word >> 24 & 0xffff)
    place = word >> 40 & 1 != 0 ? .context : .match
    opensWord = word >> 41 & 1 != 0
  }

  /// The anchor as a table holds it.
  var word: UInt64 {
    UInt64(rule) | UInt64(length) << 24 | (place == .context ? 1 << 40 : 0)
      | (opensWord ? 1 << 41 : 0)
  }

  init(rule index: Int, _ rule: Rule, _ keyword: Rule.Keyword, length: Int) {
    self.rule = index
    place = keyword.anchor
    self.length = length
    // The byte before the keyword must belong to the window, and nothing beyond its line.
    opensWord =
      keyword.anchor == .match && rule.window.lines == 0 && rule.window.before > 0
      && rule.keywords.count == 1 && Self.opensWord(rule, keyword)
  }

  /// Whether the pattern says so in the one way that the rules say it.
  private static func opensWord(_ rule: Rule, _ keyword: Rule.Keyword) -> Bool {
    // An array: a character view of a string is slow, and this is asked of each rule at start-up.
    guard let source = rule.pattern.map({ Array($0.source.utf8) }), source.starts(with: boundary),
      !source.contains(UInt8(ascii: "|"))
    else { return false }
    var rest = source.dropFirst(boundary.count)
    for byte in keyword.text.utf8 {
      if rest.first == UInt8(ascii: "\\") { rest = rest.dropFirst() }
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
    }
    // A quantifier would make the keyword's last character, and so the keyword, optional.
    guard let next = rest.first else { return true }
    return !"?*{".utf8.contains(next)
  }

  private static let boundary = Array(#"(?<![A-Za-z0-9](?<!\\[nrt]))(?<secret>"#.utf8)
}
