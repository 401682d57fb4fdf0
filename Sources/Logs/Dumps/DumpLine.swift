/// A line that may belong to a printed environment.
struct DumpLine {
  /// What the line is written like.
  enum Style {
    /// `KEY=value`.
    case plain
    /// `declare -x KEY="value"`.
    case declare
    /// `export KEY='value'`.
    case export
    /// `key.of.parts=value`, a property of Java.
    case property

    /// Whether values stand as they are.
    var isPlain: Bool { self == .plain || self == .property }
  }

  /// What the line is written like.
  let style: Style
  /// The variable's name in the text.
  let name: Range<Int>
  /// The value in the text, quotes included; empty for a variable without one.
  let value: Range<Int>

  /// The longest name that is believed.
  private static let longestName = 256

  /// The variable on a line of the text; `nil` if the line holds none. O(length of the name).
  init?(_ line: Range<Int>, of text: borrowing Span<UInt8>) {
    guard !line.isEmpty, Byte.isLetter(text[line.lowerBound]) || text[line.lowerBound] == 0x5F
    else { return nil }
    var start = line.lowerBound
    var style = Style.plain
    switch text[start] {
    case UInt8(ascii: "d"):
      if text.extracting(line).starts(with: "declare -") {
        style = .declare
        start += 9
        while start < line.upperBound, text[start] != Byte.space { start += 1 }
        start += 1
      }
    case UInt8(ascii: "e"):
      if text.extracting(line).starts(with: "export ") {
        style = .export
        start += 7
      }
    default:
      break
    }
    guard start < line.upperBound, !Byte.isDigit(text[start]) else { return nil }
    var at = start
    let limit = min(line.upperBound, start + Self.longestName)
    while at < limit, Self.isNamePart(text[at]) { at += 1 }
    guard at > start else { return nil }
    if style == .plain, text.extracting(start..<at).hasDot { style = .property }
    self.style = style
    name = start..<at
    if at < line.upperBound, text[at] == UInt8(ascii: "=") {
      value = at + 1..<line.upperBound
    } else {
      // `declare -x KEY` is a variable without a value.
      guard style == .declare || style == .export, at == line.upperBound else { return nil }
      value = at..<at
    }
  }

  /// Windows has names such as `ProgramFiles(x86)`, Java such as `user.home`.
  private static func isNamePart(_ byte: UInt8) -> Bool {
    Byte.isWord(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: ".")
  }
}

extension Span<UInt8> {
  fileprivate var hasDot: Bool {
    for index in 0..<count where self[index] == UInt8(ascii: ".") { return true }
    return false
  }
}
