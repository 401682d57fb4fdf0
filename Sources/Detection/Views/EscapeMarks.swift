/// An escape in a text, by its index in ``EscapedText/marks``.
struct EscapeMark: Sendable, Hashable {
  let mark: Int32
  var offset: Int32
  /// Whether it is worth taking off.
  var isTried = false
}

/// Chooses the escapes that are worth taking off: those beside a word or a keyword of a rule, and
/// those that are a URL's own mark.
struct EscapeMarks {
  /// How far a word may stand from an escape that belongs to it.
  static let reach = 256

  /// Those that are tried, and all others if they are kept; in the order of the text. Behind them may
  /// stand one of which nothing is known yet.
  private(set) var marks: [EscapeMark] = []
  /// Whether escapes that are not tried are kept, because changed versions of the text may follow.
  private let keepsAll: Bool
  private var lastWord: Int?
  /// The last escape, if no word stands before it within reach: those before it are within reach of
  /// its part of the line, or out of everybody's.
  private var waiting: Int?

  init(keepsAll: Bool) { self.keepsAll = keepsAll }

  /// Hears of a word or keyword, in the order of the text.
  @inline(__always) mutating func see(wordAt offset: Int) {
    lastWord = offset
    if waiting != nil { release(offset) }
  }

  private mutating func release(_ offset: Int) {
    if let waiting, offset - Int(marks[waiting].offset) < Self.reach {
      marks[waiting].isTried = true
    }
    waiting = nil
  }

  /// Hears of an escape, in the order of the text.
  mutating func see(_ mark: Int, at offset: Int) {
    let isTried =
      EscapedText.marks[mark].stands || lastWord.map { offset - $0 < Self.reach } == true
    if !isTried {
      if !keepsAll, let waiting, waiting == marks.count - 1 { marks.removeLast() }
      waiting = marks.count
    }
    marks.append(EscapeMark(mark: Int32(mark), offset: Int32(offset), isTried: isTried))
  }

  /// What decides whether an escape is tried: the bytes within reach, and the whole keyword that
  /// begins there.
  static func window(of offset: Int, in count: Int, keyword: Int) -> Range<Int> {
    max(0, offset - reach)..<min(count, offset + reach + keyword)
  }
}
