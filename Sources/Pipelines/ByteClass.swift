/// The characters that have a meaning to pipelines and shells.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let singleQuote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let backquote = UInt8(ascii: "`")
  static let backslash = UInt8(ascii: "\\")
  static let dollar = UInt8(ascii: "$")
  static let equals = UInt8(ascii: "=")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let openBracket = UInt8(ascii: "[")
  static let less = UInt8(ascii: "<")

  var isUppercase: Bool { self &- 0x41 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isDigit: Bool { self &- 0x30 < 10 }
  /// A letter, a digit or `_`.
  var isWord: Bool { isLetter || isDigit || self == 0x5F }
  /// What a variable's name begins with.
  var isNameStart: Bool { isLetter || self == 0x5F }
  /// Space, tab, or the end of a line.
  var isWhite: Bool { self == .space || self == .tab || isBreak }
  var isBreak: Bool { self == .newline || self == .carriageReturn }
  var isQuote: Bool { self == .singleQuote || self == .doubleQuote }
}

extension [UInt8] {
  /// A part of the bytes without the white space around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, self[lower].isWhite { lower += 1 }
    while lower < upper, self[upper - 1].isWhite { upper -= 1 }
    return lower..<upper
  }

  /// A part of the bytes without the quotes around it.
  func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, let first = self[range].first, first == self[range.upperBound - 1],
      first == .doubleQuote || first == .singleQuote
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// The first offset of a text, at or behind `start`; of one that ends at `end` or before it.
  func firstOffset(of text: StaticString, from start: Int, to end: Int? = nil) -> Int? {
    let first = text.withUTF8Buffer { unsafe $0[0] }
    let last = (end ?? count) - text.utf8CodeUnitCount
    var at = start
    while at <= last {
      guard let found = self[at...last].firstIndex(of: first) else { return nil }
      if has(text, at: found) { return found }
      at = found + 1
    }
    return nil
  }

  /// Whether the text stands at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { text in
      for place in 0..<text.count where unsafe self[offset + place] != text[place] { return false }
      return true
    }
  }
}
