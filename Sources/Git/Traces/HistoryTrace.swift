internal import Findings

/// A history as far as it concerns what a query looks for: all commits, and what those changed that
/// have other answers than one of their parents.
///
/// Trees are read once each, in the order of their packs and on all threads; only of the few commits
/// that touch an answer the trees are compared. What those commits changed is told in full, and is the
/// same as ``Repository/commits(of:_:)`` tells; of all others nothing is.
public struct HistoryTrace {
  private let commits: ReachedCommits
  private let store: ObjectStore
  private var marks: TreeMarks
  /// For each node of the graph the mark of its tree.
  private var rootMarks: [UInt64]

  /// A trace; `nil` if names of trees were made up, so that they cannot be told apart.
  ///
  /// - Parameters:
  ///   - trees: what the threads have found in the store's trees; none of them may be broken.
  ///   - query: what they looked for.
  public init?(
    _ commits: ReachedCommits, in store: ObjectStore, _ trees: [TreeVisitor], _ query: TreeQuery
  ) {
    self.commits = commits
    self.store = store
    marks = TreeMarks(trees, query)
    guard !marks.isAmbiguous else { return nil }
    rootMarks = [UInt64](repeating: 0, count: commits.graph.nodes.count)
    for place in commits.order {
      rootMarks[place] = marks.mark(of: commits.graph.nodes[place].tree)
    }
  }

  /// Shows the commits, oldest first.
  ///
  /// - Returns: whether all changes could be read.
  public func show(_ visit: (CommitRecord) -> Void) throws(GitError) -> Bool {
    let graph = commits.graph
    var reader = StoreReader(store)
    var outcomes: [Int: TreeComparison.Outcome] = [:]
    // Newest first, as packs are made: the older version of a tree is a delta on the newer one.
    for place in commits.order.reversed() where touches(place) {
      let node = graph.nodes[place]
      let parents = node.parents.compactMap { graph.place(of: $0) }.map { graph.nodes[$0].tree }
      let outcome = try TreeComparison.compare(
        node.tree, with: parents.isEmpty ? [nil] : parents, atMost: store.repository.mostFiles,
        from: &reader)
      if outcome.isCut || outcome.isTooLarge { return false }
      outcomes[place] = outcome
    }
    for place in commits.order {
      let node = graph.nodes[place]
      visit(
        CommitRecord(
          id: node.id, tree: node.tree, parents: node.parents, authorDate: node.authorDate,
          committerDate: node.committerDate, lacksParent: false,
          changes: outcomes[place]?.changes ?? []))
    }
    return true
  }

  /// Whether a commit has other answers than one of its parents. A merge that agrees with one of them
  /// alone may have taken an answer away.
  private func touches(_ place: Int) -> Bool {
    let node = commits.graph.nodes[place]
    if node.parents.isEmpty { return rootMarks[place] != 0 }
    return node.parents.contains { parent in
      commits.graph.place(of: parent).map { rootMarks[$0] } != rootMarks[place]
    }
  }

  /// In how many commits and branches each of some values stands.
  public struct Holding: Sendable, Hashable {
    /// Commits whose tree holds it.
    public var commits = 0
    /// Branches whose last commit holds it; one that a remote has, too, counts once.
    public var branches = 0
  }

  /// Counts the commits and branches that hold values.
  ///
  /// - Parameters:
  ///   - values: for each blob of the query the values in it, as numbers below `count`.
  ///   - count: how many values there are.
  /// - Returns: `nil` if so many values come and go that counting them takes too much memory.
  /// - Complexity: O(entries of trees that hold one, and the sets of values that differ).
  public func holdings(of values: [[Int]], count: Int) -> [Holding]? {
    var sets = AnswerSets()
    let holds = values.map { sets.number(of: $0) }
    // Commits whose trees hold the same answers at the same paths are counted together.
    var places: [UInt64: Int] = [:]
    var trees: [ObjectID] = []
    var numbers: [Int] = []
    for place in commits.order where rootMarks[place] != 0 {
      let known = places[rootMarks[place]] ?? trees.count
      if known == trees.count {
        places[rootMarks[place]] = known
        trees.append(commits.graph.nodes[place].tree)
        numbers.append(0)
      }
      numbers[known] += 1
    }
    guard let found = marks.sets(below: trees, holds, in: &sets) else { return nil }
    var commitsOfSet: [Int: Int] = [:]
    for (set, number) in zip(found, numbers) { commitsOfSet[set, default: 0] += number }
    var holdings = [Holding](repeating: Holding(), count: count)
    for (set, number) in commitsOfSet {
      for value in sets.members[set] { holdings[Int(value)].commits += number }
    }
    for tips in commits.branches.values {
      let set = tips.reduce(0) { set, tip in
        sets.union(set, places[rootMarks[tip]].map { found[$0] } ?? 0)
      }
      for value in sets.members[set] { holdings[Int(value)].branches += 1 }
    }
    return holdings
  }
}
