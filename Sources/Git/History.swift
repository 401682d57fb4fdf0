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
  /// Commits are read as objects and connected here, so grafts, replace refs, a false shallow file
  /// and a forged commit-graph change nothing; git only compares trees.
  ///
  /// - Parameters:
  ///   - listing: the repository's objects.
  ///   - visit: gets each commit; returns `false` to stop.
  /// - Complexity: memory for all commits, without their messages.
  public func commits(_ listing: ObjectListing, _ visit: (CommitRecord) -> Bool)
    throws(GitError) -> HistoryWalk
  {
    var walk = HistoryWalk()
    var reader = BatchReader(self)
    var graph = CommitGraph()
    try graph.load(listing.commits, from: &reader)
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
    try show(graph.reached(from: starts), of: graph, in: &walk, visit)
    walk.problems += reader.takeComplaints().map { .complaint($0) }
    return walk
  }

  /// Shows selected commits of a graph, oldest first, with what they changed.
  func show(
    _ selected: Set<Int>, of graph: CommitGraph, in walk: inout HistoryWalk,
    _ visit: (CommitRecord) -> Bool
  ) throws(GitError) {
    let shallow = Set(ShallowFile(of: self).commits)
    let order = graph.oldestFirst(selected)
    var requests: [ChangeReader.Request] = []
    requests.reserveCapacity(order.count)
    var boundary: Set<Int> = []
    for place in order {
      let node = graph.nodes[place]
      let present = node.parents.compactMap { graph.place(of: $0) }
      var comparison = ChangeReader.Request.Comparison.commit
      if present.count < node.parents.count {
        boundary.insert(place)
        walk.boundary.append(node.id)
        if !shallow.contains(node.id) {
          for parent in node.parents where graph.place(of: parent) == nil {
            walk.problems.append(.unreadable(parent))
          }
        }
        let empty = ObjectID.emptyTree(like: node.id)
        comparison = .trees(present.first.map { graph.nodes[$0].tree } ?? empty, node.tree)
      }
      requests.append(ChangeReader.Request(id: node.id, comparison: comparison))
    }
    var changes = ChangeReader(self)
    var count = 0
    try changes.read(requests) { index, changes in
      let node = graph.nodes[order[index]]
      count += 1
      return visit(
        CommitRecord(
          id: node.id, tree: node.tree, parents: node.parents, authorDate: node.authorDate,
          committerDate: node.committerDate, lacksParent: boundary.contains(order[index]),
          changes: changes))
    }
    walk.count = count
    walk.problems += changes.problems
  }
}
