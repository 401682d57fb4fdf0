extension Repository {
  /// Finds every commit that a ref, a HEAD or a stash reaches, oldest first: each after its parents,
  /// otherwise in the order of committer dates and names, the same on every run.
  ///
  /// Commits and trees are read as objects and connected here, so grafts, replace refs, a false
  /// shallow file and a forged commit-graph change nothing.
  ///
  /// - Parameter store: the repository's objects.
  /// - Returns: the commits, and what could not be read up to now.
  /// - Complexity: O(bytes of commits); memory for all commits, without their messages.
  public func commitWalk(of store: ObjectStore) throws(GitError) -> (CommitWalk, HistoryWalk) {
    var walk = HistoryWalk(self)
    var reader = StoreReader(store)
    var graph = CommitGraph()
    try graph.load(store.objects(of: .commit), from: &reader)
    let tips = try Tips(of: self)
    walk.problems += tips.problems
    var starts: [Int] = []
    for (name, id) in tips.ids {
      switch try reader.peel(id, in: graph) {
      case .commit(let place): starts.append(place)
      case .other: break
      case .broken: walk.problems.append(.brokenReference(name))
      }
    }
    walk.add(complaints: reader.takeComplaints())
    return (
      CommitWalk(
        graph.oldestFirst(graph.reached(from: starts)), of: graph, mostFiles: mostFiles), walk
    )
  }

  /// Shows every commit of a history with what it changed, on this thread: see ``commitWalk(of:)``.
  ///
  /// - Parameter visit: gets each commit; returns `false` to stop.
  public func commits(of store: ObjectStore, _ visit: (CommitRecord) -> Bool)
    throws(GitError) -> HistoryWalk
  {
    var (commits, walk) = try commitWalk(of: store)
    var reader = StoreReader(store)
    try show(commits, from: &reader, in: &walk, visit)
    walk.add(complaints: reader.takeComplaints())
    return walk
  }

  /// Shows the commits of a walk, with what they changed.
  func show<Reader: ObjectReader & ~Copyable>(
    _ commits: CommitWalk, from reader: inout Reader, in walk: inout HistoryWalk,
    _ visit: (CommitRecord) -> Bool
  ) throws(GitError) {
    for part in commits.parts {
      let comparison = try commits.compare(part, from: &reader)
      guard walk.show(part, comparison, of: commits, visit) else { return }
    }
    walk.finish()
  }
}
