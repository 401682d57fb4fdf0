/// Chooses the escapes that are worth taking off: those beside a word or a keyword of a rule, and
/// those that are a URL's own mark.
struct EscapeMarks {
  /// How far a word may stand from an escape that belongs to it.
  private static let reach = 256

  private(set) var marks: [(mark: Int, offset: Int)] = []
  private var lastWord: Int?
  /// The last escape, if no word stands before it within reach: those before it are within reach of
  /// its part of the line, or out of everybody's.
  private var waiting: (mark: Int, offset: Int)?

  /// Hears of a word or keyword, in the order of the text.
  @inline(__always) mutating func see(wordAt offset: Int) {
    lastWord = offset
    if waiting != nil { release(offset) }
  }

  private mutating func release(_ offset: Int) {
    if let waiting, offset - waiting.offset < Self.reach { marks.append(waiting) }
    waiting = nil
  }

  /// Hears of an escape, in the order of the text.
  mutating func see(_ mark: Int, at offset: Int) {
    if EscapedText.marks[mark].stands || lastWord.map({ offset - $0 < Self.reach }) == true {
      marks.append((mark, offset))
    } else {
      waiting = (mark, offset)
    }
  }
}
