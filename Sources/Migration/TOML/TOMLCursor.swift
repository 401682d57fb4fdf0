/// A place in a TOML text, and what can be read there.
struct TOMLCursor {
  let file: String
  private let text: [Character]
  private var offset = 0
  private(set) var line = 1
  private var lineStart = 0

  init(_ text: String, file: String) {
    self.file = file
    self.text = Array(text)
  }

  /// The next character.
  var next: Character? { offset < text.count ? text[offset] : nil }

  func error(_ message: String) -> MigrationError {
    MigrationError(file: file, line: line, column: offset - lineStart + 1, message: message)
  }

  /// Passes a character.
  mutating func skip() {
    guard let character = next else { return }
    offset += 1
    if character.isNewline {
      line += 1
      lineStart = offset
    }
  }

  /// Passes a character if it is the one that is asked for.
  mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    skip()
    return true
  }

  mutating func takeWhile(_ isWanted: (Character) -> Bool) -> String {
    var taken = ""
    while let character = next, isWanted(character) {
      taken.append(character)
      skip()
    }
    return taken
  }

  mutating func skipBlanks() {
    while next == " " || next == "\t" { skip() }
  }

  /// Passes blanks, line ends and comments.
  mutating func skipLines() {
    while let character = next {
      if character == "#" {
        _ = takeWhile { !$0.isNewline }
      } else if character == " " || character == "\t" || character.isNewline {
        skip()
      } else {
        return
      }
    }
  }

  /// Passes the end of a line, with a comment.
  mutating func endLine() throws(MigrationError) {
    skipBlanks()
    if next == "#" { _ = takeWhile { !$0.isNewline } }
    guard let character = next else { return }
    guard character.isNewline else { throw error("expected the end of the line") }
    skip()
  }

  /// A string in any of the four kinds of quotes.
  mutating func string() throws(MigrationError) -> String {
    guard let quote = next else { throw error("expected a string") }
    let isLiteral = quote == "'"
    skip()
    var isLong = false
    if next == quote {
      skip()
      // Two quotes are an empty string, three begin a long one.
      guard take(quote) else { return "" }
      isLong = true
      if let first = next, first.isNewline { skip() }
    }
    var value = ""
    while let character = next {
      if character == quote {
        skip()
        if !isLong { return value }
        if isClosed(quote, &value) { return value }
      } else if character == "\\", !isLiteral {
        skip()
        try escape(into: &value, isLong: isLong)
      } else {
        guard isLong || !character.isNewline else { break }
        value.append(character)
        skip()
      }
    }
    throw error("the string has no end")
  }

  /// Behind one quote of a long string: whether two more close it. Up to two quotes may stand before
  /// the three that close.
  private mutating func isClosed(_ quote: Character, _ value: inout String) -> Bool {
    var count = 1
    while count < 5, take(quote) { count += 1 }
    guard count >= 3 else {
      value += String(repeating: quote, count: count)
      return false
    }
    value += String(repeating: quote, count: count - 3)
    return true
  }

  private mutating func escape(into value: inout String, isLong: Bool) throws(MigrationError) {
    guard let character = next else { throw error("the string has no end") }
    let simple: [Character: String] = [
      "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "\"": "\"", "\\": "\\",
      "e": "\u{1B}",
    ]
    if let known = simple[character] {
      value += known
      skip()
    } else if character == "u" || character == "U" {
      skip()
      var digits = ""
      while digits.count < (character == "u" ? 4 : 8), let digit = next, digit.isHexDigit {
        digits.append(digit)
        skip()
      }
      guard digits.count == (character == "u" ? 4 : 8), let code = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw error("expected the digits of a character") }
      value.unicodeScalars.append(scalar)
    } else if isLong, character.isWhitespace {
      // A line that ends in `\` goes on at the next word.
      while let blank = next, blank.isWhitespace { skip() }
    } else {
      throw error("unknown escape; a pattern is best written between three single quotes")
    }
  }
}
