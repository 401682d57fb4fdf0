internal import Findings

/// The trees of a history, and which of them stand in which.
struct TreeTable: Sendable {
  /// How far a tree has been gone through.
  enum State: UInt8 { case new, open, done }

  private let store: ObjectStore
  /// For each object of the store its place among the trees; -1 for all others.
  private var places: [Int32]
  private var subtreeEnds: [Int] = []
  /// The subtrees by their numbers in the store.
  private var subtrees: [Int32] = []

  /// A table without trees.
  ///
  /// - Parameters:
  ///   - trees: how many there will be.
  ///   - entries: how many entries that are trees these will have.
  init(of store: ObjectStore, trees: Int, entries: Int) {
    self.store = store
    places = [Int32](repeating: -1, count: store.count)
    subtreeEnds.reserveCapacity(trees)
    subtrees.reserveCapacity(entries)
  }

  /// Adds what a thread has found in the trees of the store, in its order.
  mutating func add(_ visitor: TreeVisitor) {
    for (tree, end) in zip(visitor.trees, visitor.subtreeEnds) {
      places[Int(tree)] = Int32(clamping: subtreeEnds.count)
      subtreeEnds.append(subtrees.count + Int(end))
    }
    subtrees += visitor.subtrees
  }

  /// How many trees there are.
  var count: Int { subtreeEnds.count }

  /// The place of a tree; `nil` for one that was not seen, as the empty one.
  func place(of tree: ObjectID) -> Int? {
    store.number(of: tree).flatMap { places[$0] < 0 ? nil : Int(places[$0]) }
  }

  /// The entries of a tree that are trees, by their places among all such entries.
  func entries(of tree: Int) -> Range<Int> {
    (tree == 0 ? 0 : subtreeEnds[tree - 1])..<subtreeEnds[tree]
  }

  /// The tree that an entry names.
  func tree(ofEntry entry: Int) -> Int? {
    let place = places[Int(subtrees[entry])]
    return place < 0 ? nil : Int(place)
  }

  /// Visits a tree and those below it: `leave` is called with each behind those that stand in it.
  ///
  /// - Parameters:
  ///   - states: those that are done are passed over; a ring, which can only be made of names that
  ///     are false, is cut.
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
