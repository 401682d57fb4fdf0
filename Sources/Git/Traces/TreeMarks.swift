internal import Findings

/// The mark of each tree: a number that is the same for two trees if, and only if, they hold the same
/// answers to a query at the same paths; 0 for a tree that holds none.
///
/// The sum of the marks of its entries; those of subtrees are found on the way down, each once.
struct TreeMarks {
  private let query: TreeQuery
  private let places: PrefixTable
  private var marks: [UInt64] = []
  private var states: [State] = []
  private var subtreeEnds: [Int] = []
  private var blobEnds: [Int] = []
  private var subtrees: [UInt64] = []
  private var subtreeNames: [UInt64] = []
  private var blobs: [Int32] = []
  /// The round of the last walk that passed each tree: one can stand below another many times.
  private var passed: [Int32] = []
  private var round: Int32 = 0

  private enum State: UInt8 { case new, open, done }

  /// Joins what the threads have found.
  init(_ visitors: [TreeVisitor], _ query: TreeQuery) {
    self.query = query
    var trees: [UInt64] = []
    for visitor in visitors {
      trees += visitor.trees
      marks += visitor.marks
      subtreeEnds += visitor.subtreeEnds.lazy.map { [start = subtrees.count] in start + Int($0) }
      blobEnds += visitor.blobEnds.lazy.map { [start = blobs.count] in start + Int($0) }
      subtrees += visitor.subtrees
      subtreeNames += visitor.subtreeNames
      blobs += visitor.blobs
    }
    places = PrefixTable(trees)
    states = [State](repeating: .new, count: trees.count)
    passed = [Int32](repeating: 0, count: trees.count)
  }

  /// The mark of a tree; 0 for one that was not seen, as the empty one.
  ///
  /// - Complexity: O(entries of the subtrees that were not asked about before).
  mutating func mark(of tree: ObjectID) -> UInt64 {
    guard let root = places[tree.prefix] else { return 0 }
    if states[root] == .done { return marks[root] }
    var open: [(tree: Int, next: Int)] = [(root, subtreeStart(root))]
    states[root] = .open
    while let (tree, next) = open.last {
      guard next < subtreeEnds[tree] else {
        states[tree] = .done
        open.removeLast()
        continue
      }
      guard let below = places[subtrees[next]], states[below] != .open else {
        // A ring can only be made of names that begin alike.
        open[open.count - 1].next += 1
        continue
      }
      if states[below] == .new {
        states[below] = .open
        open.append((below, subtreeStart(below)))
        continue
      }
      if marks[below] != 0 { marks[tree] &+= query.mark(subtreeNames[next], marks[below]) }
      open[open.count - 1].next += 1
    }
    return marks[root]
  }

  /// Shows the wanted blobs below a tree whose mark was asked for, by their places in the query; those
  /// of several trees more than once.
  ///
  /// - Returns: how many trees were looked at, each once.
  mutating func blobs(below tree: ObjectID, _ show: (Int) -> Void) -> Int {
    var open = places[tree.prefix].map { [$0] } ?? []
    var visited = 0
    round &+= 1
    while let tree = open.popLast() {
      guard passed[tree] != round else { continue }
      passed[tree] = round
      visited += 1
      for place in (tree == 0 ? 0 : blobEnds[tree - 1])..<blobEnds[tree] {
        show(Int(blobs[place]))
      }
      for place in subtreeStart(tree)..<subtreeEnds[tree] {
        if let below = places[subtrees[place]], marks[below] != 0 { open.append(below) }
      }
    }
    return visited
  }

  private func subtreeStart(_ tree: Int) -> Int { tree == 0 ? 0 : subtreeEnds[tree - 1] }
}
