/// The parts of a changed text that are searched for keywords anew.
///
/// A keyword whose window lies on one line leaves no record when it leads to nothing; so all of them
/// are found again whose window a change can have touched.
struct DirtyZones {
  /// How far from a change such a keyword may stand.
  struct Reach: Sendable {
    /// Before it: how far windows go beyond their keywords.
    var before = AssignmentScanner.behind
    /// Behind it: how far windows begin before their keywords.
    var behind = AssignmentScanner.before
    /// The length of the longest keyword.
    var keyword = 0
  }

  /// In order, without touching each other.
  private(set) var ranges: [Range<Int>] = []

  init(_ change: TextChange, in bytes: [UInt8], reach: Reach) {
    var ends = LineEnds()
    for dirty in change.dirty(in: bytes.count) {
      let (first, last) = (dirty.lowerBound, dirty.upperBound)
      // What lies in the zone before needs no look: both become one.
      let lowest = max(first - reach.before - 1, ranges.last?.upperBound ?? 0, 0)
      let highest = min(bytes.count, last + reach.behind + reach.keyword + 1)
      let start = min(
        bytes.lineStart(before: first, from: lowest), max(0, first - reach.keyword))
      let end = max(
        min(bytes.count, ends.end(behind: last, to: highest, in: bytes) + 1),
        min(bytes.count, last + reach.keyword))
      if let previous = ranges.last, previous.upperBound >= start {
        ranges[ranges.count - 1] = previous.lowerBound..<max(previous.upperBound, end)
      } else {
        ranges.append(start..<end)
      }
    }
  }
}
