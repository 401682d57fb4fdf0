/// The parts of a changed text that are looked at anew: the lines around its changes, as far as
/// anything looks along them.
///
/// A keyword whose window lies on one line leaves no record when it leads to nothing; so all of them
/// are found again whose window a change can have touched.
struct DirtyZones {
  /// How far from a change on the same line something may stand that depends on it.
  struct Reach: Sendable {
    /// Before it: how far windows go beyond their keywords.
    var before = max(AssignmentScanner.behind, RunScanner.reach)
    /// Behind it: how far windows begin before their keywords.
    var behind = max(AssignmentScanner.before, RunScanner.reach)
    /// The length of the longest keyword.
    var keyword = 0
    /// The length of the longest keyword that a line break stands in.
    var brokenKeyword = 0
  }

  /// In order, without touching each other.
  private(set) var ranges: [Range<Int>] = []

  init(_ change: TextChange, in bytes: [UInt8], reach: Reach) {
    var ends = LineEnds()
    var zone = 0..<0
    change.forEachDirty(in: bytes.count) { dirty in
      // What stands close to a change may depend on it on another line, too.
      let margin = max(RunScanner.margin, reach.brokenKeyword)
      let first = max(0, dirty.lowerBound - margin)
      let last = min(bytes.count, dirty.upperBound + margin)
      // What lies in the zone before needs no look: both become one.
      let lowest = max(first - reach.before - reach.keyword, zone.upperBound, 0)
      let highest = min(bytes.count, last + reach.behind + reach.keyword + 1)
      let start = bytes.lineStart(before: first, from: lowest)
      let end = min(bytes.count, ends.end(behind: last, to: highest, in: bytes) + 1)
      if zone.upperBound >= start {
        zone = zone.lowerBound..<max(zone.upperBound, end)
      } else {
        if !zone.isEmpty { ranges.append(zone) }
        zone = start..<end
      }
    }
    if !zone.isEmpty { ranges.append(zone) }
  }
}
