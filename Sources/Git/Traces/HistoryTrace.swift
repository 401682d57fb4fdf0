internal import Findings

/// A history as far as it concerns what a query looks for: all commits, and what those changed that
/// have other answers than one of their parents.
///
/// Trees are read once each, in the order of their packs and on all threads; only of the few commits
/// that touch an answer the trees are compared, and those of their subtrees that do. Of what
/// ``Repository/commits(of:_:)`` tells, the changes of answers are told, and all changes of a commit
/// that changes a file of a wanted name, which may have had another one before.
public struct HistoryTrace {
  /// The commits that touch an answer: those whose trees are to be compared.
  public let touching: CommitWalk
  private let commits: ReachedCommits
  private var marks: TreeMarks
  /// For each node of the graph the mark of its tree.
  private var rootMarks: [UInt64]

  /// How many commits one thread compares at a time.
  private static let partLength = 32

  /// A trace.
  ///
  /// - Parameters:
  ///   - trees: what the threads have found in the store's trees; none of them may be broken.
  ///   - query: what they looked for.
  public init(
    _ commits: ReachedCommits, in store: ObjectStore, _ trees: consuming [TreeVisitor],
    _ query: TreeQuery
  ) {
    var marks = TreeMarks(consume trees, in: store, query)
    let graph = commits.graph
    var rootMarks = [UInt64](repeating: 0, count: graph.nodes.count)
    for place in commits.order { rootMarks[place] = marks.mark(of: graph.nodes[place].tree) }
    // A merge that agrees with one of its parents alone may have taken an answer away.
    let touching = commits.order.filter { place in
      let parents = graph.nodes[place].parents
      if parents.isEmpty { return rootMarks[place] != 0 }
      return parents.contains { parent in
        graph.place(of: parent).map { rootMarks[$0] } != rootMarks[place]
      }
    }
    self.commits = commits
    self.marks = marks
    self.rootMarks = rootMarks
    // Whose mark is that of a parent's has all that is looked for from there.
    let focus = CommitWalk.Focus(
      isWanted: { [marks] new, old in
        let mark = new.map { marks.knownMark(of: $0) } ?? 0
        return !old.contains { ($0.map { marks.knownMark(of: $0) } ?? 0) == mark }
      },
      wantsAll: { query.wants($0.name) })
    self.touching = CommitWalk(
      touching, of: graph, mostFiles: store.repository.mostFiles, partLength: Self.partLength,
      focus: focus)
  }

  /// Shows the commits, oldest first.
  ///
  /// - Parameter comparisons: of the parts of ``touching``, in their order.
  /// - Returns: whether all changes could be read.
  public func show(
    _ comparisons: [CommitWalk.Comparison], _ visit: (CommitRecord) -> Void
  ) -> Bool {
    let outcomes = comparisons.flatMap(\.outcomes)
    guard outcomes.count == touching.order.count,
      !outcomes.contains(where: { $0.isCut || $0.isTooLarge })
    else { return false }
    var next = 0
    for place in commits.order {
      let node = commits.graph.nodes[place]
      var changes: [Change] = []
      if next < outcomes.count, touching.order[next] == place {
        changes = outcomes[next].changes
        next += 1
      }
      visit(
        CommitRecord(
          id: node.id, tree: node.tree, parents: node.parents, authorDate: node.authorDate,
          committerDate: node.committerDate, lacksParent: false, changes: changes,
          taken: nil))
    }
    return true
  }

  /// In how many commits and branches each of some values stands.
  public struct Holding: Sendable, Hashable {
    /// Commits whose tree holds it.
    public var commits = 0
    /// Branches whose last commit holds it; one that a remote has, too, counts once.
    public var branches = 0

    /// Of a value that stands nowhere.
    public init() {}
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
