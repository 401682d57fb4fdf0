internal import Findings

/// The trees of a history, and which of them stand in which.
struct TreeTable: Sendable {
  /// How far a tree has been gone through.
  enum State: UInt8 { case new, open, done }

  let count: Int
  private let places: PrefixTable
  private var subtreeEnds: [Int] = []
  private var subtrees: [UInt64] = []

  /// Whether two trees cannot be told apart: their names were made up.
  var isAmbiguous: Bool { places.isAmbiguous }

  /// Joins what the threads have found, in their order.
  init(_ visitors: [TreeVisitor], seed: UInt64) {
    var trees: [UInt64] = []
    for visitor in visitors {
      trees += visitor.trees
      subtreeEnds += visitor.subtreeEnds.lazy.map { [start = subtrees.count] in start + Int($0) }
      subtrees += visitor.subtrees
    }
    places = PrefixTable(trees, seed: seed)
    count = trees.count
  }

  /// The place of a tree; `nil` for one that was not seen, as the empty one.
  func place(of tree: ObjectID) -> Int? { places[tree.prefix] }

  /// The entries of a tree that are trees, by their places among all such entries.
  func entries(of tree: Int) -> Range<Int> {
    (tree == 0 ? 0 : subtreeEnds[tree - 1])..<subtreeEnds[tree]
  }

  /// The tree that an entry names.
  func tree(ofEntry entry: Int) -> Int? { places[subtrees[entry]] }

  /// Visits a tree and those below it: `leave` is called with each behind those that stand in it.
  ///
  /// - Parameters:
  ///   - states: those that are done are passed over; a ring, which can only be made of names that
  ///     begin alike, is cut.
  ///   - isWanted: which trees are gone into.
  /// - Complexity: O(entries of the trees that were new).
  func visit(
    below root: Int, _ states: inout [State], where isWanted: (Int) -> Bool,
    leave: (Int) -> Void
  ) {
    guard states[root] == .new else { return }
    var open = [(tree: root, next: entries(of: root).lowerBound)]
    states[root] = .open
    while let (tree, next) = open.last {
      guard next < entries(of: tree).upperBound else {
        leave(tree)
        states[tree] = .done
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      guard let below = self.tree(ofEntry: next), states[below] == .new, isWanted(below) else {
        continue
      }
      states[below] = .open
      open.append((below, entries(of: below).lowerBound))
    }
  }
}
