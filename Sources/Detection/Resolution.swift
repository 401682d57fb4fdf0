internal import Findings
internal import Rules

/// One finding for one secret at one place, however many rules agree.
enum Resolution {
  /// Of candidates that overlap, keeps the one of the more specific rule, then the surer one, then
  /// the longer one. What loses is not struck out: it is the same secret under another name, which
  /// the winner takes if it has none. O(n log n).
  static func resolve(_ candidates: [Candidate]) -> [Candidate] {
    let order = candidates.indices.sorted { left, right in
      precedes(candidates[left], candidates[right], left < right)
    }
    var kept: [Candidate] = []
    // Ranges of kept candidates do not overlap, so they are ordered by their ends too.
    var sorted: [(range: Range<Int>, index: Int)] = []
    for index in order {
      let candidate = candidates[index]
      let place = insertion(of: candidate.range.lowerBound, in: sorted)
      let neighbours = sorted[max(0, place - 1)..<min(sorted.count, place + 1)]
      if let winner = neighbours.first(where: { $0.range.overlaps(candidate.range) }) {
        kept[winner.index].takeName(of: candidate)
        continue
      }
      sorted.insert((candidate.range, kept.count), at: place)
      kept.append(candidate)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The order in which candidates are given their places.
  private static func precedes(_ left: Candidate, _ right: Candidate, _ isFirst: Bool) -> Bool {
    if left.rule.specificity != right.rule.specificity {
      return left.rule.specificity > right.rule.specificity
    }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    if left.range.count != right.range.count { return left.range.count > right.range.count }
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
    return isFirst
  }

  /// The index of the first range that begins at or behind an offset.
  private static func insertion(of offset: Int, in ranges: [(range: Range<Int>, index: Int)]) -> Int
  {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
