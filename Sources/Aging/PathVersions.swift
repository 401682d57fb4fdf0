/// The versions of one path: which commits changed it, and which of these versions each commit has.
struct PathVersions {
  /// The commits that changed the path, oldest first, and the first of their changes of it.
  private var commits: [Int] = []
  private var changes: [Int] = []
  /// For each commit from the first of these on: the place of its version in `commits`, -1 for none.
  private var held: [Int32] = []

  /// The first commit that changed the path, or a number beyond all commits.
  var beginning: Int { commits.first ?? .max }

  /// The versions of a path. O(changes + commits).
  init(of path: Int, in history: History) {
    let all = history.changes
    for index in all.indices where all[index].path == path {
      if commits.last == all[index].commit { continue }
      commits.append(all[index].commit)
      changes.append(index)
    }
    guard let first = commits.first else { return }
    held.reserveCapacity(history.commits.count - first)
    var next = 0
    for commit in first..<history.commits.count {
      if next < commits.count, commits[next] == commit {
        held.append(Int32(clamping: next))
        next += 1
      } else {
        held.append(inherited(by: commit, first, history))
      }
    }
  }

  /// The change of the path by a commit; `nil` if it did not change it. O(log versions).
  func change(by commit: Int) -> Int? {
    var low = 0
    var high = commits.count
    while low < high {
      let middle = (low + high) / 2
      if commits[middle] < commit { low = middle + 1 } else { high = middle }
    }
    return low < commits.count && commits[low] == commit ? changes[low] : nil
  }

  /// The change that made the version of a commit; `nil` if it has none. After a merge that did not
  /// change the path this is a guess: see ``inherited(by:_:_:)``.
  func changeHeld(by commit: Int) -> Int? {
    guard commit >= beginning, held[commit - beginning] >= 0 else { return nil }
    return changes[Int(held[commit - beginning])]
  }

  /// The version that a commit has from its parents. Where the sides of a merge differ, the later
  /// version is the guess: it is right wherever one side alone changed the file.
  private func inherited(by commit: Int, _ first: Int, _ history: History) -> Int32 {
    var best: Int32 = -1
    for parent in history.parents(of: commit) where Int(parent) >= first {
      let other = held[Int(parent) - first]
      if other == best { continue }
      if best < 0 || other > best && blob(other, history) != blob(best, history) { best = other }
    }
    return best
  }

  private func blob(_ place: Int32, _ history: History) -> Int? {
    history.changes[changes[Int(place)]].new
  }
}
