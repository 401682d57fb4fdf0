public import Findings

/// The commits that the refs of a repository reach, without what they changed.
public struct ReachedCommits: Sendable {
  let graph: CommitGraph
  /// Their places in the graph: each after its parents, otherwise in the order of committer dates
  /// and names.
  let order: [Int]
  /// The tips of branches by the branches' short names.
  let branches: [Path: [Int]]
  /// Whether every ref and every parent was found.
  public let isWhole: Bool

  /// How many there are.
  public var count: Int { order.count }

  /// For each branch the commits that it ends in, several where remotes differ, by their places among
  /// the commits, of which each stands behind its parents.
  public var branchTips: [[Int]] {
    var places = [Int](repeating: 0, count: graph.nodes.count)
    for (place, node) in order.enumerated() { places[node] = place }
    return branches.values.map { tips in tips.map { places[$0] } }
  }

  /// The commits.
  ///
  /// - Parameters:
  ///   - tips: the refs.
  ///   - visitors: what the threads have found of the store's commits.
  public init(
    from tips: Tips, in store: ObjectStore, _ visitors: [CommitVisitor]
  ) throws(GitError) {
    let graph = CommitGraph(visitors.flatMap(\.nodes))
    var reader = StoreReader(store)
    var starts: [Int] = []
    var branches: [Path: [Int]] = [:]
    var isWhole = tips.problems.isEmpty
    for (name, id) in tips.ids {
      switch try reader.peel(id, in: graph) {
      case .commit(let place):
        starts.append(place)
        if let branch = Tips.branch(name) { branches[branch, default: []].append(place) }
      case .other: break
      case .broken: isWhole = false
      }
    }
    let reached = graph.reached(from: starts)
    self.graph = graph
    self.branches = branches
    order = graph.oldestFirst(reached)
    self.isWhole =
      isWhole && reader.takeComplaints().isEmpty
      && order.allSatisfy { place in
        graph.nodes[place].parents.allSatisfy { graph.place(of: $0) != nil }
      }
  }

  /// The latest moment not after another one, and the earliest after it, at which a date of a commit
  /// changes from lying in the future to lying in the past, for those who give clocks so many seconds.
  public func turns(around now: Timestamp, tolerance: Int64) -> (last: Int64, next: Int64) {
    var (last, next) = (Int64.min, Int64.max)
    for place in order {
      let node = graph.nodes[place]
      let (early, isBeyond) = node.committerDate.seconds.subtractingReportingOverflow(tolerance)
      for turn in [
        node.authorDate.seconds, node.committerDate.seconds, isBeyond ? Int64.min : early,
      ] {
        if turn <= now.seconds { last = max(last, turn) } else { next = min(next, turn) }
      }
    }
    return (last, next)
  }
}
