/// What a Jenkinsfile consists of, as far as its values are concerned.
enum GroovyToken {
  case word(Range<Int>)
  /// The content of a string, without its quotes; escapes are left in place.
  case string(Range<Int>)
  case symbol(UInt8)
}

/// Splits Groovy into words, strings and symbols, and passes over comments. A quote that nothing
/// closes on its line is a symbol; only triple quotes span lines. O(length).
struct GroovyTokens {
  private let text: [UInt8]
  private var at = 0
  /// Triple quotes and comments that have no end from some place on; so none is sought twice.
  private var unclosed: Set<UInt8> = []
  /// Up to where no quote of a kind is closed on its line.
  private var open: (single: Int, double: Int) = (0, 0)

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> GroovyToken? {
    while at < text.count {
      let start = at
      switch text[at] {
      case let byte where byte.isWhite:
        at += 1
      case UInt8(ascii: "/") where text.has("//", at: at):
        at = text[at...].firstIndex(of: .newline) ?? text.count
      case UInt8(ascii: "/") where text.has("/*", at: at) && !unclosed.contains(text[at]):
        if let end = end(of: "*/", from: at + 2) {
          at = end
        } else {
          unclosed.insert(text[at])
        }
      case let quote where quote == .singleQuote || quote == .doubleQuote:
        return string(quote)
      case let byte where byte.isNameStart:
        while at < text.count, text[at].isWord { at += 1 }
        return .word(start..<at)
      case let byte:
        at += 1
        return .symbol(byte)
      }
    }
    return nil
  }

  private mutating func string(_ quote: UInt8) -> GroovyToken {
    let mark: StaticString = quote == .singleQuote ? "'''" : "\"\"\""
    if text.has(mark, at: at), !unclosed.contains(quote) {
      if let end = end(of: mark, from: at + 3) {
        defer { at = end }
        return .string(at + 3..<end - 3)
      }
      unclosed.insert(quote)
    }
    let isOpen = at < (quote == .singleQuote ? open.single : open.double)
    let start = at + 1
    var end = start
    while !isOpen, end < text.count, text[end] != quote, !text[end].isBreak {
      end += text[end] == .backslash ? 2 : 1
    }
    guard !isOpen, end < text.count, text[end] == quote else {
      if !isOpen {
        if quote == .singleQuote { open.single = end } else { open.double = end }
      }
      at += 1
      return .symbol(quote)
    }
    at = end + 1
    return .string(start..<end)
  }

  /// The offset behind a mark.
  private func end(of mark: StaticString, from start: Int) -> Int? {
    var at = start
    while at < text.count {
      if text.has(mark, at: at) { return at + mark.utf8CodeUnitCount }
      at += 1
    }
    return nil
  }
}
