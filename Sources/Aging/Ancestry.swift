extension History {
  /// For each commit whether HEAD reaches it. O(commits).
  var reachedFromHead: [Bool] {
    var isReached = [Bool](repeating: false, count: commits.count)
    guard let headCommit else { return isReached }
    isReached[headCommit] = true
    // Children stand behind their parents, so that one pass backwards sees each child first.
    for commit in (0...headCommit).reversed() where isReached[commit] {
      for parent in parents(of: commit) { isReached[Int(parent)] = true }
    }
    return isReached
  }
}
