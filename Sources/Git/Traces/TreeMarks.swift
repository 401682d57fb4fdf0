internal import Findings

/// The mark of each tree: a number that is the same for two trees if, and only if, they hold the same
/// answers to a query at the same paths; 0 for a tree that holds none.
///
/// The sum of the marks of its entries; those of subtrees are found on the way down, each once.
struct TreeMarks {
  private let query: TreeQuery
  private var table: TreeTable
  private var marks: [UInt64] = []
  private var states: [TreeTable.State]
  /// The names of the entries that are trees.
  private var names: [UInt64] = []
  private var blobEnds: [Int] = []
  private var blobs: [Int32] = []

  /// Joins what the threads have found, and lets go of it on the way: it is as large as what it becomes.
  init(_ visitors: consuming [TreeVisitor], in store: ObjectStore, _ query: TreeQuery) {
    self.query = query
    let trees = visitors.reduce(0) { $0 + $1.trees.count }
    let entries = visitors.reduce(0) { $0 + $1.subtrees.count }
    table = TreeTable(of: store, trees: trees, entries: entries)
    marks.reserveCapacity(trees)
    names.reserveCapacity(entries)
    blobEnds.reserveCapacity(trees)
    while let visitor = visitors.popLast() {
      table.add(visitor)
      marks += visitor.marks
      names += visitor.subtreeNames
      blobEnds += visitor.blobEnds.lazy.map { [start = blobs.count] in start + Int($0) }
      blobs += visitor.blobs
    }
    states = Array(repeating: .new, count: table.count)
  }

  /// The mark of a tree; 0 for one that was not seen, as the empty one.
  ///
  /// - Complexity: O(entries of the subtrees that were not asked about before).
  mutating func mark(of tree: ObjectID) -> UInt64 {
    guard let root = table.place(of: tree) else { return 0 }
    var states = [TreeTable.State]()
    swap(&states, &self.states)
    // A copy, which costs nothing, since the marks are written while it is read.
    let table = table
    func leave(_ tree: Int) {
      for entry in table.entries(of: tree) {
        guard let below = table.tree(ofEntry: entry), marks[below] != 0 else { continue }
        marks[tree] &+= query.mark(names[entry], marks[below])
      }
    }
    table.visit(below: root, &states, where: { _ in true }, leave: leave)
    swap(&states, &self.states)
    return marks[root]
  }

  /// The mark of a tree that stands below one whose mark was asked for.
  func knownMark(of tree: ObjectID) -> UInt64 { table.place(of: tree).map { marks[$0] } ?? 0 }

  /// For some trees whose marks were asked for, what the wanted blobs below them hold.
  ///
  /// - Parameters:
  ///   - holds: for each blob of the query the set of what it holds.
  /// - Returns: the number of a set for each of the trees; `nil` if the sets outgrow their room.
  /// - Complexity: O(entries of the trees that hold something, and the sets that differ).
  func sets(
    below trees: [ObjectID], _ holds: [Int], in sets: inout AnswerSets
  ) -> [Int]? {
    var found = [Int](repeating: 0, count: table.count)
    var states = [TreeTable.State](repeating: .new, count: table.count)
    func leave(_ tree: Int) {
      if sets.isFull { return }
      var set = 0
      for place in (tree == 0 ? 0 : blobEnds[tree - 1])..<blobEnds[tree] {
        set = sets.union(set, holds[Int(blobs[place])])
      }
      for entry in table.entries(of: tree) {
        if let below = table.tree(ofEntry: entry) { set = sets.union(set, found[below]) }
      }
      found[tree] = set
    }
    for root in trees {
      guard let root = table.place(of: root) else { continue }
      table.visit(below: root, &states, where: { marks[$0] != 0 }, leave: leave)
      if sets.isFull { return nil }
    }
    return trees.map { table.place(of: $0).map { found[$0] } ?? 0 }
  }
}
