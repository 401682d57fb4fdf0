internal import Findings
internal import Patterns

/// Reads the comments by which people allow a finding on a line.
///
/// `leakage:allow [RULE] [until=YYYY-MM-DD] [reason="…"]` is ours; ``InlineMark`` knows those of other
/// scanners.
struct InlineAllowance {
  /// How far from the value a comment may stand on a long line.
  private static let reach = 4 << 10

  /// The marks of a text, in order; ``KeywordHit/keyword`` is an index in ``InlineMark/keywords``.
  private var marks: [KeywordHit] = []

  /// Adds a mark, which stands behind the ones added before.
  mutating func add(_ mark: KeywordHit) { marks.append(mark) }

  /// Whether a finding is allowed. O(log marks) without a mark nearby.
  func permission(
    in bytes: [UInt8], around range: Range<Int>, ruleID: String, asOf: Timestamp
  ) -> Permission {
    if marks.isEmpty { return .none }
    let line = Self.line(of: bytes, around: range)
    var permission = Permission.none
    for mark in marks(in: line) {
      let text = bytes[mark.offset..<line.upperBound]
      switch InlineMark.meaning(of: mark.keyword, in: text) {
      case .line(let name): return .allowed(by: name)
      case .own:
        switch OwnComment(text).permission(for: ruleID, asOf: asOf) {
        case .allowed(let name): return .allowed(by: name)
        case .ended(let why): permission = .ended(why)
        case .none: break
        }
      case .nextLine, nil: break
      }
    }
    guard line.lowerBound > 0 else { return permission }
    let end = line.lowerBound - 1
    let above = Self.line(of: bytes, around: end..<end)
    for mark in marks(in: above) {
      let text = bytes[mark.offset..<above.upperBound]
      if case .nextLine(let name)? = InlineMark.meaning(of: mark.keyword, in: text) {
        return .allowed(by: name)
      }
    }
    return permission
  }

  /// The marks that begin in a range.
  private func marks(in range: Range<Int>) -> ArraySlice<KeywordHit> {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    // Many marks on one line say no more than a few.
    return marks[low...].prefix(8).prefix { $0.offset < range.upperBound }
  }

  private static func line(of bytes: [UInt8], around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, bytes[start - 1] != 0x0A { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, end - range.upperBound < reach, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }
}
