/// Where a node really begins and ends; libyaml's marks include tags, anchors and the blank lines
/// behind a block.
enum NodeExtent {
  /// Skips anchor, tag, white space and comments from `start` on.
  static func start(in text: [UInt8], from start: Int, limit: Int) -> Int {
    var place = start
    while place < limit {
      switch text[place] {
      case Ascii.ampersand:
        place += 1
        while place < limit, isNameByte(text[place]) { place += 1 }
      case Ascii.exclamation:
        while place < limit, !isEnd(text, place) { place += 1 }
      case Ascii.hash:
        while place < limit, LineBreak(in: text, at: place) == nil { place += 1 }
      case let byte where byte.isBlank:
        place += 1
      default:
        guard let lineBreak = LineBreak(in: text, at: place) else { return place }
        place += lineBreak.length
      }
    }
    return limit
  }

  /// The lines of a block scalar whose header begins at `start`, without trailing blank lines.
  static func blockContent(in text: [UInt8], from start: Int, limit: Int) -> Range<Int> {
    var header = start
    while header < limit, LineBreak(in: text, at: header) == nil { header += 1 }
    let first = header + (LineBreak(in: text, at: header)?.length ?? 0)
    var end = limit
    while end > first, let length = whiteLength(text, before: end) { end -= length }
    while header > start, text[header - 1].isBlank { header -= 1 }
    guard end > first else { return header..<header }
    // Blanks at the end of the last line are content.
    while end < limit, text[end].isBlank { end += 1 }
    return first..<end
  }

  private static func whiteLength(_ text: [UInt8], before end: Int) -> Int? {
    if text[end - 1].isBlankOrBreak { return 1 }
    for length in 2...3 where end >= length {
      if LineBreak(in: text, at: end - length)?.length == length { return length }
    }
    return nil
  }

  private static func isEnd(_ text: [UInt8], _ place: Int) -> Bool {
    text[place].isBlank || LineBreak(in: text, at: place) != nil
  }

  /// What libyaml allows in anchors: letters, digits, `-` and `_`.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
