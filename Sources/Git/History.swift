public import Findings

/// What a walk through commits has to say besides the commits.
public struct HistoryWalk: Sendable {
  /// How many commits were shown.
  public internal(set) var count = 0
  /// The commits whose parents are not in the repository: the history may be older than it looks.
  public internal(set) var boundary: [ObjectID] = []
  /// What could not be read.
  public internal(set) var problems: [RepositoryProblem] = []
}

extension Repository {
  /// Shows every commit that a ref, a HEAD or a stash reaches, oldest first: each after its parents,
  /// otherwise in the order of committer dates and names, the same on every run.
  ///
  /// Commits and trees are read as objects and connected here, so grafts, replace refs, a false
  /// shallow file and a forged commit-graph change nothing.
  ///
  /// - Parameters:
  ///   - store: the repository's objects.
  ///   - visit: gets each commit; returns `false` to stop.
  /// - Complexity: O(bytes of commits and trees); memory for all commits, without their messages.
  public func commits(of store: ObjectStore, _ visit: (CommitRecord) -> Bool)
    throws(GitError) -> HistoryWalk
  {
    var walk = HistoryWalk()
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
    try show(graph.reached(from: starts), of: graph, from: &reader, in: &walk, visit)
    walk.problems += reader.takeComplaints().map { .complaint($0) }
    return walk
  }

  /// Shows selected commits of a graph, oldest first, with what they changed.
  func show<Reader: ObjectReader & ~Copyable>(
    _ selected: Set<Int>, of graph: CommitGraph, from reader: inout Reader,
    in walk: inout HistoryWalk, _ visit: (CommitRecord) -> Bool
  ) throws(GitError) {
    let shallow = Set(ShallowFile(of: self).commits)
    let order = graph.oldestFirst(selected)
    var failures: [ObjectID] = []
    for start in stride(from: 0, to: order.count, by: Self.commitsAtOnce) {
      let part = order[start..<min(order.count, start + Self.commitsAtOnce)]
      // Newest first, as packs are made: the older version of a tree is a delta on the newer one.
      var outcomes: [TreeComparison.Outcome] = []
      for place in part.reversed() {
        outcomes.append(
          try TreeComparison.compare(
            graph.nodes[place].tree, with: graph.trees(before: place), atMost: mostFiles,
            from: &reader))
      }
      for (place, outcome) in zip(part, outcomes.reversed()) {
        let node = graph.nodes[place]
        let lacking = node.parents.filter { graph.place(of: $0) == nil }
        if !lacking.isEmpty {
          walk.boundary.append(node.id)
          if !shallow.contains(node.id) { walk.problems += lacking.map { .unreadable($0) } }
        }
        if outcome.isCut || outcome.isTooLarge { failures.append(node.id) }
        walk.count += 1
        let record = CommitRecord(
          id: node.id, tree: node.tree, parents: node.parents, authorDate: node.authorDate,
          committerDate: node.committerDate, lacksParent: !lacking.isEmpty,
          changes: outcome.changes)
        guard visit(record) else { return }
      }
    }
    walk.problems += failures.prefix(mostFailures).map { .unreadChanges($0) }
    if failures.count > mostFailures {
      walk.problems.append(.abandonedChanges(failures.count - mostFailures))
    }
  }

  /// How many commits are compared before any is shown.
  private static let commitsAtOnce = 4096
}

extension CommitGraph {
  /// The trees that a commit's is compared with: those of its parents. At the end of a shallow
  /// history that of the first parent that is there, if one is.
  fileprivate func trees(before place: Int) -> [ObjectID?] {
    let parents = nodes[place].parents
    let present = parents.compactMap { self.place(of: $0) }
    let compared = present.count < parents.count ? present.prefix(1) : present[...]
    return compared.isEmpty ? [nil] : compared.map { nodes[$0].tree }
  }
}
