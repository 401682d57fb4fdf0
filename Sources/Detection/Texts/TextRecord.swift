internal import Patterns

/// What a keyword at a place of a text led to, and the bytes that this depends on.
///
/// In a text that was made of this one the record still holds, moved, where its window and one more
/// byte on each side were copied in one piece: see ``TextChange/holds(_:in:count:)``.
struct TextRecord: Sendable {
  /// The offset of the keyword.
  var place: Int32
  /// The index of the keyword in the engine's filter.
  let keyword: Int32
  /// The first byte of the window.
  var lowest: Int32
  /// Just behind the window.
  var highest: Int32
  /// What came of it.
  var outcome: TextOutcome

  init(_ hit: KeywordHit, window: Range<Int>, _ outcome: TextOutcome) {
    place = Int32(hit.offset)
    keyword = Int32(hit.keyword)
    lowest = Int32(window.lowerBound)
    highest = Int32(window.upperBound)
    self.outcome = outcome
  }

  var hit: KeywordHit { KeywordHit(offset: Int(place), keyword: Int(keyword)) }
  var window: Range<Int> { Int(lowest)..<Int(highest) }

  /// Whether a rule's pattern found something around a keyword.
  func isMatch(at hit: KeywordHit) -> Bool {
    guard place == hit.offset, keyword == hit.keyword, case .matches(let proposed) = outcome else {
      return false
    }
    return !proposed.secrets.isEmpty
  }

  /// The same record in a text where its window stands elsewhere.
  func moved(by shift: Int) -> TextRecord {
    var moved = self
    moved.place += Int32(shift)
    moved.lowest += Int32(shift)
    moved.highest += Int32(shift)
    return moved
  }
}

/// What came of a keyword.
enum TextOutcome: Sendable {
  /// Nothing; kept where the window is so wide that a change elsewhere can make something of it.
  case nothing
  /// Not tried, because the window of an earlier keyword of the rule reaches far enough.
  case skipped
  /// The keyword is the mark of a comment.
  case comment
  /// The rule's pattern matched, or was given up.
  case matches(ProposedMatches)
  /// A name that means a secret, with a value.
  case assignment(ProposedAssignment)
}
