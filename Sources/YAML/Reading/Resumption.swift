/// Where to start again behind a syntax error.
struct Resumption {
  /// Start of a line.
  let offset: Int
  /// Whether a new document starts there; if not, the broken one goes on.
  let isDocument: Bool

  /// The first line from `offset` on, the one it lies in only if it lies at its start, that begins
  /// in column 1 and is `---`, a key or the dash of a sequence.
  init?(in text: [UInt8], from offset: Int) {
    var line = offset
    if line > 0, line <= text.count, text[line - 1] != Ascii.lineFeed {
      line = Self.nextLine(in: text, after: line)
    }
    while line < text.count {
      let end = Self.nextLine(in: text, after: line)
      if text[line] == Ascii.dash {
        let isMarker = text[line...].starts(with: [Ascii.dash, Ascii.dash, Ascii.dash])
        let length = isMarker ? 3 : 1
        if line + length >= text.count || text[line + length].isBlankOrBreak {
          self.offset = line
          isDocument = isMarker
          return
        }
      }
      if Self.startsKey(text[line]), Self.hasColon(text[line..<end]) {
        self.offset = line
        isDocument = false
        return
      }
      line = end
    }
    return nil
  }

  /// The start of the line around `offset`, but not before `limit`.
  static func line(in text: [UInt8], around offset: Int, limit: Int) -> Int {
    var start = min(offset, text.count)
    while start > limit, text[start - 1] != Ascii.lineFeed { start -= 1 }
    return start
  }

  /// The start of the line below.
  static func nextLine(in text: [UInt8], after offset: Int) -> Int {
    guard offset < text.count else { return text.count }
    return (text[offset...].firstIndex(of: Ascii.lineFeed) ?? text.count - 1) + 1
  }

  private static func startsKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default:
      "_.$/<~?!&*-\"'".utf8.contains(byte)
    }
  }

  /// Whether a colon stands where the value of a key would begin.
  private static func hasColon(_ line: ArraySlice<UInt8>) -> Bool {
    for (offset, byte) in zip(line.indices, line) where byte == Ascii.colon {
      if offset + 1 == line.endIndex || line[offset + 1].isBlankOrBreak { return true }
    }
    return false
  }
}
