internal import Findings

/// A way in which a value stands in a file.
struct ValueForm {
  /// What the bytes are.
  enum Kind {
    /// The value, where it is not a part of a longer word.
    case word
    /// So long that a longer word around it holds it, too.
    case part
    /// Those digits of the Base64 of a text around the value that the value alone decides.
    case base64(Base64Form)
  }

  /// What to look for.
  let bytes: [UInt8]
  let kind: Kind

  /// From this length on a value is looked for inside longer words.
  static let unmistakable = 20

  /// The forms of a value: as it is, escaped, and as Base64. None for a value of fewer than four
  /// bytes, which stands in every file.
  static func forms(of value: [UInt8]) -> [ValueForm] {
    guard value.count >= ValueSearch.minimumLength else { return [] }
    let needle = tellingLine(of: value) ?? value
    let kind = needle.count >= unmistakable ? Kind.part : .word
    var texts = [needle]
    for text in [Escaping.backslashes, Escaping.apostrophes, Escaping.percents].map({ $0(needle) })
    where !texts.contains(text) {
      texts.append(text)
    }
    return texts.map { ValueForm(bytes: $0, kind: kind) }
      + Base64Form.all(of: needle).map { ValueForm(bytes: $0.digits, kind: .base64($0)) }
  }

  /// Whether the form stands at a place, as what its kind asks for.
  func stands(at place: Range<Int>, in text: Span<UInt8>) -> Bool {
    for (offset, byte) in bytes.enumerated() where text[place.lowerBound + offset] != byte {
      return false
    }
    return switch kind {
    case .word: WordBoundary.surrounds(place, in: text)
    case .part: true
    case .base64(let base64): base64.isWhole(text, at: place.lowerBound)
    }
  }

  /// The longest line of a value of several lines, without its indentation; the last one of equals,
  /// since all keys of a kind begin alike. Blocks are indented anew, and line ends are converted or
  /// written as `\n`: a whole private key is seldom found again.
  ///
  /// - Returns: `nil` for a value of one line, or one whose lines are all short.
  private static func tellingLine(of value: [UInt8]) -> [UInt8]? {
    let isKey = value.starts(with: "-----BEGIN".utf8)
    var lines = value.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    if isKey { lines = lines.flatMap(splitAtEscapes) }
    guard lines.count > 1 else { return nil }
    var longest: ArraySlice<UInt8> = []
    for line in lines.map(trimmed) where !line.starts(with: "-----".utf8) {
      if line.count >= longest.count { longest = line }
    }
    return longest.count >= Self.unmistakable ? Array(longest) : nil
  }

  /// The parts between `\n` and `\r\n` that are written as escapes.
  private static func splitAtEscapes(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    for index in line.indices.dropLast()
    where index >= start && line[index] == UInt8(ascii: "\\")
      && (line[index + 1] == UInt8(ascii: "n") || line[index + 1] == UInt8(ascii: "r"))
    {
      if index > start { parts.append(line[start..<index]) }
      start = index + 2
    }
    if start < line.endIndex { parts.append(line[start...]) }
    return parts
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = line.drop(while: isSpace)
    return start[..<((start.lastIndex { !isSpace($0) }).map { $0 + 1 } ?? start.startIndex)]
  }
}
