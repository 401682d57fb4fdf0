/// So many characters of an alphabet: `{hex:32}`, `{base62:20-40}`, `{of:a-z0-9_=-:44}`.
struct CharacterRun: Sendable, Hashable {
  /// The alphabet, each character once.
  let characters: [UInt8]
  /// How many there are.
  let count: ClosedRange<Int>

  /// The alphabets that have names.
  static let alphabets: [(name: String, characters: String)] = [
    ("base62", digits + upper + lower),
    ("hex", digits + "abcdef"),
    ("HEX", digits + "ABCDEF"),
    ("digits", digits),
    ("base32", upper + "234567"),
    ("base64", upper + lower + digits + "+/"),
    ("base64url", upper + lower + digits + "-_"),
    ("alnum-lower", digits + lower),
    ("alnum-upper", digits + upper),
    ("letters", upper + lower),
  ]

  /// The run that a generator's name and argument stand for; `nil` for a generator of another kind.
  ///
  /// - Throws: for an argument that is no count, no range of counts, or for `of` no characters.
  init?(name: String, argument: String) throws(TemplateError) {
    if name == "of" {
      guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex else {
        throw TemplateError("expected characters, a colon and a count")
      }
      characters = try Self.characters(Array(argument[..<colon].utf8))
      count = try Self.count(argument[argument.index(after: colon)...])
    } else {
      guard let named = Self.alphabets.first(where: { $0.name == name }) else { return nil }
      characters = Array(named.characters.utf8)
      count = try Self.count(argument[...])
    }
  }

  /// A text of the run.
  func make(_ random: inout SplitMix) -> [UInt8] {
    let span = count.upperBound - count.lowerBound
    let length = count.lowerBound + (span > 0 ? random.below(span + 1) : 0)
    return random.characters(length, of: characters)
  }

  /// `32`, or `20-40`.
  private static func count(_ text: Substring) throws(TemplateError) -> ClosedRange<Int> {
    let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ Int($0) }), let last = ends.last.flatMap({ Int($0) }),
      0 <= first, first <= last, (1...16_384).contains(last)
    else { throw TemplateError("expected a count of characters") }
    return first...last
  }

  /// `a-z0-9_=-`: characters and ranges of them, a dash last.
  private static func characters(_ text: [UInt8]) throws(TemplateError) -> [UInt8] {
    var characters: [UInt8] = []
    var index = 0
    while index < text.count {
      if index + 2 < text.count, text[index + 1] == UInt8(ascii: "-") {
        guard text[index] <= text[index + 2] else {
          throw TemplateError("a range of characters runs backwards")
        }
        characters += text[index]...text[index + 2]
        index += 3
      } else {
        characters.append(text[index])
        index += 1
      }
    }
    return characters
  }

  private static let digits = "0123456789"
  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let lower = "abcdefghijklmnopqrstuvwxyz"
}
