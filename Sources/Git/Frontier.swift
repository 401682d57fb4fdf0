internal import Findings

/// A walk from some commits back towards their roots, newest first, that knows which commits are
/// reached from an excluded one, and ends when no other commit is left to visit.
///
/// Dates decide only how long the walk looks for exclusions: a false date can show a commit that
/// the range does not hold, never hide one.
struct Frontier {
  private(set) var graph = CommitGraph()
  private var excluded: [Int: Bool] = [:]
  private var queue: [Int] = []

  /// The commits that no excluded commit was found to reach.
  var included: Set<Int> { Set(excluded.filter { !$0.value }.keys) }

  /// Adds a commit; `false` if it is not there.
  mutating func push(_ id: ObjectID, excluded isExcluded: Bool, from reader: inout BatchReader)
    throws(GitError) -> Bool
  {
    guard let place = try graph.place(of: id, from: &reader) else { return false }
    let known = excluded[place]
    // Once more if an exclusion comes late: it must reach the parents, too.
    guard known == nil || (isExcluded && known == false) else { return true }
    excluded[place] = isExcluded
    let date = graph.nodes[place].committerDate
    var (low, high) = (0, queue.count)
    while low < high {
      let middle = (low + high) / 2
      if graph.nodes[queue[middle]].committerDate <= date {
        low = middle + 1
      } else {
        high = middle
      }
    }
    queue.insert(place, at: low)
    return true
  }

  /// Walks to the end.
  mutating func walk(from reader: inout BatchReader) throws(GitError) {
    // Some steps more than needed mend small disorder in the dates.
    var spare = 16
    var oldest = Int64.max
    while let place = queue.popLast() {
      let isExcluded = excluded[place] ?? false
      let node = graph.nodes[place]
      if isExcluded {
        let isIdle =
          node.committerDate.seconds < oldest && !queue.contains { excluded[$0] == false }
        spare = isIdle ? spare - 1 : 16
        if spare == 0 { return }
      } else {
        oldest = min(oldest, node.committerDate.seconds)
      }
      for parent in node.parents {
        _ = try push(parent, excluded: isExcluded, from: &reader)
      }
    }
  }
}
