internal import Glibc

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
    let end = end ?? count
    guard start + text.utf8CodeUnitCount <= end else { return nil }
    return self[start..<end].firstOffset(of: text)
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

extension ArraySlice<UInt8> {
  /// The first index of a text. O(length).
  func firstOffset(of text: StaticString) -> Int? {
    unsafe withUnsafeBufferPointer { bytes in unsafe bytes.firstOffset(of: text) }
      .map { startIndex + $0 }
  }
}

extension StringProtocol {
  /// Whether a text stands anywhere, byte for byte. The library's own search goes by characters.
  func holds(_ text: StaticString) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      unsafe bytes.firstOffset(of: text) != nil
    } ?? (Array(utf8).firstOffset(of: text, from: 0) != nil)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first offset of a text, by way of its first byte.
  fileprivate func firstOffset(of text: StaticString) -> Int? {
    guard let start = baseAddress else { return nil }
    let (words, length) = unsafe (text.utf8Start, text.utf8CodeUnitCount)
    var at = 0
    while at + length <= count {
      guard
        let found = unsafe memchr(start + at, Int32(words[0]), count - length + 1 - at)
      else { return nil }
      at = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if unsafe memcmp(start + at, words, length) == 0 { return at }
      at += 1
    }
    return nil
  }
}
