internal import Findings

/// The commits of a walk, oldest first, with what is needed to compare their trees: in parts, so that
/// several threads can take one each.
///
/// A part is compared newest first, as packs are made: the older version of a tree is a delta on the
/// newer one.
public struct CommitWalk: Sendable {
  /// What the commits of one part changed.
  public struct Comparison: Sendable {
    let outcomes: [TreeComparison.Outcome]
  }

  /// The parts: each some commits that follow each other.
  public let parts: [Range<Int>]
  let graph: CommitGraph
  let order: [Int]
  private let mostFiles: Int
  /// What is wanted of the changes; `nil` for all.
  private let focus: Focus?

  /// Some of the changes of commits.
  struct Focus: Sendable {
    /// Whether trees may differ in what is looked for.
    let isWanted: @Sendable (_ new: ObjectID?, _ old: [ObjectID?]) -> Bool
    /// Whether of a commit that changes a file of this path all changes are wanted.
    let wantsAll: @Sendable (Path) -> Bool
  }

  /// How many commits make a part.
  private static let partLength = 1024

  /// - Parameters:
  ///   - order: places in the graph, oldest first.
  ///   - partLength: how many commits make a part.
  ///   - focus: what is wanted of the changes; `nil` for all.
  init(
    _ order: [Int], of graph: CommitGraph, mostFiles: Int, partLength: Int = Self.partLength,
    focus: Focus? = nil
  ) {
    self.focus = focus
    self.graph = graph
    self.mostFiles = mostFiles
    self.order = order
    parts = stride(from: 0, to: order.count, by: partLength).map {
      $0..<min(order.count, $0 + partLength)
    }
  }

  /// A walk through all commits that the refs of a repository reach.
  public init(_ commits: ReachedCommits, of repository: Repository) {
    self.init(commits.order, of: commits.graph, mostFiles: repository.mostFiles)
  }

  /// Compares the trees of a part's commits with those of their parents.
  ///
  /// - Complexity: O(bytes of the trees that differ).
  public func compare<Reader: ObjectReader & ~Copyable>(
    _ part: Range<Int>, from reader: inout Reader
  ) throws(GitError) -> Comparison {
    var outcomes: [TreeComparison.Outcome] = []
    outcomes.reserveCapacity(part.count)
    for place in order[part].reversed() {
      let (tree, before) = (graph.nodes[place].tree, graph.trees(before: place))
      if let focus {
        let outcome = try TreeComparison.compare(
          tree, with: before, atMost: mostFiles, from: &reader, where: focus.isWanted)
        if !outcome.changes.contains(where: { focus.wantsAll($0.path) }) {
          outcomes.append(outcome)
          continue
        }
      }
      outcomes.append(
        try TreeComparison.compare(tree, with: before, atMost: mostFiles, from: &reader))
    }
    return Comparison(outcomes: outcomes.reversed())
  }

  /// The records of a part.
  ///
  /// - Parameters:
  ///   - comparison: of the same part.
  ///   - visit: gets each commit; returns `false` to stop.
  func show(
    _ part: Range<Int>, _ comparison: Comparison, _ visit: (CommitRecord, _ isCut: Bool) -> Bool
  ) -> Bool {
    for (place, outcome) in zip(order[part], comparison.outcomes) {
      let node = graph.nodes[place]
      let isCut = outcome.isCut || outcome.isTooLarge
      let record = CommitRecord(
        id: node.id, tree: node.tree, parents: node.parents, authorDate: node.authorDate,
        committerDate: node.committerDate,
        lacksParent: node.parents.contains { graph.place(of: $0) == nil },
        changes: outcome.changes, taken: isCut || focus != nil ? nil : outcome.taken)
      guard visit(record, isCut) else { return false }
    }
    return true
  }
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
