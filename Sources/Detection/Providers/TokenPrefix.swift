internal import Patterns
internal import Rules

/// Tells whose a token is by how it begins, where nothing else fits: a token of a length that no rule
/// knows yet, or with a wrong checksum.
enum TokenPrefix {
  /// Shorter ones begin other things, too.
  private static let shortest = 4
  /// A token has more letters and digits behind its prefix.
  private static let rest = 12
  /// What stands before a mark in prefixes that anybody may choose.
  private static let common: [StaticString] = [
    "live", "test", "prod", "public", "app", "user", "bot", "project", "env", "web",
  ]

  /// The rule for names of the only provider whose tokens begin like a value: the rule whose prefix it
  /// is has seen the value, and did not take it. Costs a look at the value's first bytes and, if there
  /// is a prefix, one at the rules.
  static func rule(of value: [UInt8], _ engine: DetectionEngine) -> Int? {
    guard value.count >= shortest + rest else { return nil }
    var hits: [KeywordHit] = []
    engine.tables.filter.findHits(in: value.span, range: 0..<min(value.count, 32), into: &hits)
    var length = shortest - 1
    var found: Int?
    for hit in hits where hit.offset == 0 {
      guard case .anchor(let anchor) = engine.meaning(ofKeyword: hit.keyword),
        anchor.place == .match, anchor.length >= length, isPrefix(value[..<anchor.length]),
        value[anchor.length...].count(where: \.isAlphanumeric) >= rest
      else { continue }
      let provider = engine.rules[anchor.rule].provider
      if provider == Rule.genericProvider { continue }
      if anchor.length > length {
        length = anchor.length
        found = anchor.rule
      } else if let known = found, engine.rules[known].provider != provider {
        found = nil
      }
    }
    return found.flatMap(engine.tables.namedRule(ofProviderOf:))
  }

  /// Whether a keyword ends in a mark, and is no word for a secret or an environment alone.
  private static func isPrefix(_ keyword: ArraySlice<UInt8>) -> Bool {
    guard let last = keyword.last, "_-.".utf8.contains(last) else { return false }
    let word = keyword.dropLast()
    let bytes = Array(word)
    return SecretWord.length(in: bytes, at: 0) != bytes.count
      && !common.contains { word.equals(ignoringCase: $0) }
  }
}
