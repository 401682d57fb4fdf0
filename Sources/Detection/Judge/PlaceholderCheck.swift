internal import Findings

/// Strikes out what is made to be replaced. For the shapes of providers only strong signs count;
/// for values found by name also words: but only if the whole value is made of such words, so that
/// no real password is lost for a word in it.
enum PlaceholderCheck {
  /// Words that a generated value holds by chance less than once in 100,000.
  private static let strongWords: [StaticString] = [
    "example", "placeholder", "changeme", "change-me", "change_me", "replaceme", "replace_me",
    "replace-me", "replace_with", "replace-with", "redacted", "your_", "your-", "_here", "-here",
    "dummy", "insert_", "insert-", "xxxxxx", "notareal", "not_a_real", "not-a-real", "yourtoken",
    "yourapi", "yourkey", "yourpass", "yoursecret", "todo_", "fixme",
  ]

  private static let strongFinder = WordFinder(strongWords)

  static func examine(_ trial: inout Trial) -> Verdict {
    let value = trial.value
    // A key's body may begin like any other, and its length makes every run likely.
    if value.hasPrefix("-----BEGIN") {
      return strongWords.prefix(2).contains { value.contains(ignoringCase: $0) }
        || value.count < 100
        ? .strike(.placeholder, "the key has no body or names itself an example") : .pass
    }
    if isCutOff(value) { return .strike(.placeholder, "the value is cut off") }
    if isSpelledToken(value) {
      return .strike(.placeholder, "the parts of the token are words")
    }
    if isSampleToken(value) {
      // Somebody may have signed it anew, so it is told, but fails nothing.
      trial.severity = min(trial.severity, .note)
      trial.confidence = .low
      trial.note("the token's claims are those of the sample that pages about JWT show")
    }
    if isBracketed(value) { return .strike(.placeholder, "the value stands in brackets") }
    let found = strongFinder.find(in: value, limit: 256)
    if found != 0 {
      let word = strongWords[found.trailingZeroBitCount]
      return .strike(.placeholder, "the value says “\(word)”")
    }
    if let reason = Regularity.reason(value, isStrict: trial.strength == .provider) {
      return .strike(.placeholder, reason)
    }
    if trial.strength == .family, value.equals(ignoringCase: "secret") {
      // In a URL or behind an option it is as often a weak password as a word for one.
      trial.doubt("the value is a weak password or a word for one")
      return .pass
    }
    // No token that was issued falls into words without a rest; a password in a provider's URL may.
    if trial.strength == .provider, value.count <= 24, PlaceholderWords.makeUp(value) {
      // What stands where a tool takes a password is one, if it names neither secrets nor samples.
      if PlaceholderWords.pairsRoles(value) {
        trial.confidence = .low
        trial.note("a weak password, or two words for one, stand where a tool takes it")
        return .pass
      }
      return .strike(.placeholder, "the value is made of words for a value")
    }
    if trial.strength != .provider {
      if PlaceholderWords.makeUp(value) {
        return .strike(.placeholder, "the value is made of words for a value")
      }
      if value.count < 200, value.hasPrefix("LS0tLS1CRUdJTi") {
        return .strike(.placeholder, "the value is a key in base64 without a body")
      }
    }
    // A token that a provider encodes holds no user and no word for a password.
    if let text = encoded(value),
      trial.strength != .provider || text.contains(UInt8(ascii: ":")), says(text)
    {
      return .strike(.placeholder, "the value is a placeholder in base64")
    }
    return .pass
  }

  /// `eyJhbGciOiJI...`, `eyJhbGciOiJI…`.
  private static func isCutOff(_ value: [UInt8]) -> Bool {
    value.count > 3
      && (value.suffix(3).elementsEqual("...".utf8) || value.suffix(3).elementsEqual("…".utf8))
  }

  /// `eyJhbGciOiJIUzI1NiJ9.payload.signature`.
  private static func isSpelledToken(_ value: [UInt8]) -> Bool {
    guard value.hasPrefix("eyJ") else { return false }
    let parts = value.split(separator: UInt8(ascii: ".")).dropFirst()
    return !parts.isEmpty
      && parts.allSatisfy {
        $0.count < 24 && $0.allSatisfy { $0.isLowercase || $0 == 0x2D || $0 == 0x5F }
      }
  }

  /// The token that pages about JWT show: of John Doe, whose number counts to ten.
  private static func isSampleToken(_ value: [UInt8]) -> Bool {
    guard value.hasPrefix("eyJ"), value.count < 600 else { return false }
    let parts = value.split(separator: UInt8(ascii: "."))
    guard parts.count > 1, let claims = Base64.decode(parts[1]) else { return false }
    return claims.contains(sequence: Array("\"John Doe\"".utf8))
      && claims.contains(sequence: Array("\"1234567890\"".utf8))
  }

  /// The text that a value is in base64, or `nil`.
  private static func encoded(_ value: [UInt8]) -> [UInt8]? {
    guard (8...512).contains(value.count), value.count.isMultiple(of: 4) else { return nil }
    // Of a random value the first bytes are none of a text.
    guard text([value[0], value[1], value[2], value[3]]) != nil else { return nil }
    return text(value)
  }

  private static func text(_ value: [UInt8]) -> [UInt8]? {
    guard let text = Base64.decode(value), text.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      return nil
    }
    return text
  }

  /// Whether a text, or the password of `user:password`, is a placeholder.
  private static func says(_ text: [UInt8]) -> Bool {
    let part = text.split(separator: UInt8(ascii: ":"), maxSplits: 1).last.map(Array.init) ?? text
    return PlaceholderWords.makeUp(part) || isBracketed(part)
      || strongWords.contains { text.contains(ignoringCase: $0) }
      || Interpolation(part).lookups > 0 && Interpolation(part).literal.count < 4
  }

  /// `<token>`, `[Shared key goes here]`, `{password}`, `&lt;password&gt;`.
  private static func isBracketed(_ value: [UInt8]) -> Bool {
    if value.hasPrefix("&lt") || value.hasPrefix("&#") || value.hasPrefix("&quot") { return true }
    guard value.count >= 2, let first = value.first, let last = value.last else { return false }
    // What a blank or a mark cut off has no closing bracket.
    return first == UInt8(ascii: "<")
      && (value.contains(UInt8(ascii: ">")) || !PlainShape.isMadeUp(value))
      || first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
      || first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
      || first == UInt8(ascii: "(") && last == UInt8(ascii: ")")
  }
}
