/// Which entries of a pack are deltas on which: trees, each below an entry that is no delta.
struct DeltaForest: Sendable {
  /// What stands in place of a base.
  static let isRoot: Int32 = -1
  static let isBroken: Int32 = -2

  /// For each entry its base, or ``isRoot``, or ``isBroken`` where the base is not in the pack.
  let bases: [Int32]
  /// For each entry how many entries its tree holds, itself included; 0 for one that is below no
  /// root.
  let weights: [Int32]
  private let firstChildren: [Int32]
  private let nextSiblings: [Int32]

  /// Links the entries. Deltas that are, at the end, deltas on themselves are below no root.
  ///
  /// - Parameter visit: called for each entry that is below a root or a root itself, after its base.
  /// - Complexity: O(entries).
  init(_ bases: [Int32], _ visit: (Int) -> Void) {
    let count = bases.count
    var firstChildren = [Int32](repeating: -1, count: count)
    var nextSiblings = [Int32](repeating: -1, count: count)
    // Backwards, so that the children of an entry are listed as they stand in the file.
    for entry in (0..<count).reversed() where bases[entry] >= 0 {
      let base = Int(bases[entry])
      nextSiblings[entry] = firstChildren[base]
      firstChildren[base] = Int32(entry)
    }
    var weights = [Int32](repeating: 0, count: count)
    var order: [Int32] = []
    order.reserveCapacity(count)
    for root in 0..<count where bases[root] == Self.isRoot {
      var next = order.count
      order.append(Int32(root))
      while next < order.count {
        let entry = Int(order[next])
        next += 1
        weights[entry] = 1
        visit(entry)
        var child = firstChildren[entry]
        while child >= 0 {
          order.append(child)
          child = nextSiblings[Int(child)]
        }
      }
    }
    for entry in order.reversed() {
      let base = bases[Int(entry)]
      if base >= 0 { weights[Int(base)] += weights[Int(entry)] }
    }
    self.bases = bases
    self.weights = weights
    self.firstChildren = firstChildren
    self.nextSiblings = nextSiblings
  }

  /// The first of the entries that are, at the end, deltas on themselves, and how many there are.
  ///
  /// - Complexity: O(entries) if any is below no root.
  func endless() -> (first: Int, count: Int)? {
    guard weights.contains(0) else { return nil }
    var ends = weights.map { $0 > 0 }
    var open: [Int] = bases.indices.filter { bases[$0] == Self.isBroken }
    while let entry = open.popLast() {
      ends[entry] = true
      var child = firstChild(of: entry)
      while let next = child {
        open.append(next)
        child = nextSibling(of: next)
      }
    }
    return ends.firstIndex(of: false).map { first in (first, ends.count { !$0 }) }
  }

  /// The first of the deltas on an entry; `nil` if there is none.
  func firstChild(of entry: Int) -> Int? {
    firstChildren[entry] < 0 ? nil : Int(firstChildren[entry])
  }

  /// The next delta on the same base.
  func nextSibling(of entry: Int) -> Int? {
    nextSiblings[entry] < 0 ? nil : Int(nextSiblings[entry])
  }

  /// The base of an entry; `nil` if it has none.
  func base(of entry: Int) -> Int? { bases[entry] < 0 ? nil : Int(bases[entry]) }
}
