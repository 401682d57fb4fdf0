/// Where a word ends.
enum WordBoundary {
  /// Whether a range is not a part of a longer word.
  ///
  /// A letter that belongs to an escape (`\nvalue`, `\u003dvalue`, `%3Dvalue`) or to a short option
  /// (`-pvalue`) is no part of the word behind it.
  static func surrounds(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard !range.isEmpty else { return false }
    let (start, end) = (range.lowerBound, range.upperBound)
    if end < bytes.count, isWord(bytes[end - 1]), isWord(bytes[end]) { return false }
    guard start > 0, isWord(bytes[start]), isWord(bytes[start - 1]) else { return true }
    return endsEscape(bytes, start) || endsOption(bytes, start)
  }

  private static func endsEscape(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    let backslash = UInt8(ascii: "\\")
    if end >= 2, bytes[end - 2] == backslash { return "nrtbfvae0".utf8.contains(bytes[end - 1]) }
    guard end >= 3, isHex(bytes[end - 1]), isHex(bytes[end - 2]) else { return false }
    if bytes[end - 3] == UInt8(ascii: "%") { return true }
    if end >= 4, bytes[end - 4] == backslash { return bytes[end - 3] == UInt8(ascii: "x") }
    return end >= 6 && bytes[end - 6] == backslash && bytes[end - 5] == UInt8(ascii: "u")
      && isHex(bytes[end - 3]) && isHex(bytes[end - 4])
  }

  private static func endsOption(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard end >= 2, bytes[end - 2] == UInt8(ascii: "-") else { return false }
    return end == 2 || bytes[end - 3] <= UInt8(ascii: " ")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
