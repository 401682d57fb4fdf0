/// A `NAME=VALUE` line, as in `.env` files, lists of variables and here-documents.
struct KeyValueLine {
  /// Which characters a name may have.
  enum Names {
    /// Letters, digits and `_`.
    case variable
    /// Those, and `.`, `-` and `/`, as labels have them.
    case dotted
  }

  let name: Range<Int>
  /// Without white space and quotes around it, never empty.
  let value: Range<Int>

  /// The line in a range of a text; `nil` if it is none or has no value.
  init?(_ text: [UInt8], _ line: Range<Int>, names: Names) {
    var start = text.trimmed(line).lowerBound
    if text.has("export ", at: start) { start += 7 }
    var end = start
    while end < line.upperBound,
      text[end].isWord || (names == .dotted && "./-".utf8.contains(text[end]))
    {
      end += 1
    }
    guard end > start, text[start].isNameStart, end < line.upperBound, text[end] == .equals
    else { return nil }
    let value = text.unquoted(text.trimmed(end + 1..<line.upperBound))
    // `==` is a comparison, or the padding of base64.
    guard let first = text[value].first, first != .equals else { return nil }
    name = start..<end
    self.value = value
  }

  /// All such lines of a text; what is none is passed over.
  static func all(in text: [UInt8], names: Names) -> [KeyValueLine] {
    lines(of: text, text.indices).compactMap { KeyValueLine(text, $0, names: names) }
  }

  /// The lines of a text that holds nothing else but comments; `nil` for any other.
  static func onlyVariables(in text: [UInt8], names: Names = .variable) -> [KeyValueLine]? {
    guard text.contains(.equals) else { return nil }
    var found: [KeyValueLine] = []
    for line in lines(of: text, text.indices) {
      let core = text.trimmed(line)
      guard let first = text[core].first, first != UInt8(ascii: "#") else { continue }
      guard let pair = KeyValueLine(text, line, names: names) else { return nil }
      found.append(pair)
    }
    return found.isEmpty ? nil : found
  }

  /// The lines of a part of a text, without their ends.
  static func lines(of text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for at in range where text[at] == .newline {
      lines.append(start..<at)
      start = at + 1
    }
    if start < range.upperBound { lines.append(start..<range.upperBound) }
    return lines
  }
}
