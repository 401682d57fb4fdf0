internal import Findings
internal import Rules

/// One finding for one secret at one place, however many rules agree.
enum Resolution {
  /// Of candidates that overlap, keeps the one of the more specific rule, then the surer one, then
  /// the longer one. What loses is not struck out: it is the same secret under another name, which
  /// the winner takes if it has none. O(n log n), and O(n) where nearly nothing overlaps.
  static func resolve(_ candidates: [Candidate]) -> [Candidate] {
    // Most texts hold none; the types of what follows take longer to make than a small scan.
    if candidates.count < 2 { return candidates }
    var candidates = candidates
    // By place; a text is read forwards, so that they mostly are already.
    let isSorted = zip(candidates, candidates.dropFirst()).allSatisfy {
      $0.range.lowerBound <= $1.range.lowerBound
    }
    if !isSorted {
      let order = candidates.indices.sorted { left, right in
        (candidates[left].range.lowerBound, left) < (candidates[right].range.lowerBound, right)
      }
      candidates = order.map { candidates[$0] }
    }
    let isDisjoint = zip(candidates, candidates.dropFirst()).allSatisfy {
      $0.range.upperBound <= $1.range.lowerBound
    }
    if isDisjoint { return candidates }
    var kept: [Candidate] = []
    kept.reserveCapacity(candidates.count)
    var start = 0
    while start < candidates.count {
      // A chain of candidates that overlap has nothing to do with what lies outside it.
      var end = start + 1
      var reach = candidates[start].range.upperBound
      while end < candidates.count, candidates[end].range.lowerBound < reach {
        reach = max(reach, candidates[end].range.upperBound)
        end += 1
      }
      if end == start + 1 {
        kept.append(candidates[start])
      } else {
        kept += resolve(chain: candidates[start..<end])
      }
      start = end
    }
    return kept
  }

  /// The winners of candidates that are sorted by place.
  private static func resolve(chain: ArraySlice<Candidate>) -> [Candidate] {
    var candidates = Array(chain)
    Self.shareRanks(&candidates)
    let order = candidates.indices.sorted { left, right in
      precedes(candidates[left], candidates[right], left < right)
    }
    // Ranges of kept candidates do not overlap, so that only the neighbours of a place can.
    var kept = KeptSet(count: candidates.count)
    for index in order {
      let range = candidates[index].range
      var first = index
      while first > 0, candidates[first - 1].range.lowerBound == range.lowerBound { first -= 1 }
      let neighbours = [kept.last(through: first - 1), kept.first(from: first)]
      let winner = neighbours.lazy.compactMap(\.self).first {
        candidates[$0].range.overlaps(range)
      }
      if let winner {
        candidates[winner].takeName(of: candidates[index])
      } else {
        kept.insert(index)
      }
    }
    var winners: [Candidate] = []
    var next = kept.first(from: 0)
    while let index = next {
      winners.append(candidates[index])
      next = kept.first(from: index + 1)
    }
    return winners
  }

  /// What a name says for its provider's rule counts for the provider's rule with a pattern, if that
  /// has found the same: of the two it is the more specific one.
  private static func shareRanks(_ candidates: inout [Candidate]) {
    for index in candidates.indices
    where candidates[index].rank > candidates[index].rule.specificity {
      let range = candidates[index].range
      var first = index
      while first > 0, candidates[first - 1].range.lowerBound == range.lowerBound { first -= 1 }
      let twin = candidates[first...].prefix { $0.range.lowerBound == range.lowerBound }.firstIndex
      {
        $0.range == range && $0.rule.provider == candidates[index].rule.provider
          && $0.rule.specificity > candidates[index].rule.specificity
      }
      guard let twin else { continue }
      candidates[twin].rank = candidates[index].rank
      candidates[index].rank = candidates[index].rule.specificity
    }
  }

  /// The order in which candidates are given their places.
  private static func precedes(_ left: Candidate, _ right: Candidate, _ isFirst: Bool) -> Bool {
    if left.rank != right.rank { return left.rank > right.rank }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    if left.range.count != right.range.count { return left.range.count > right.range.count }
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
    return isFirst
  }
}
