/// Which entries of a pack are deltas on which: trees, each below an entry that is no delta.
struct DeltaForest: Sendable {
  /// What stands in place of a base.
  static let isRoot: Int32 = -1
  static let isBroken: Int32 = -2

  /// What is known of an entry, side by side: a walk asks for all of it at once.
  private struct Link {
    var base: Int32
    var weight: Int32 = 0
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
  }

  private var links: [Link]

  /// Links the entries. Deltas that are, at the end, deltas on themselves are below no root.
  ///
  /// - Parameters:
  ///   - bases: for each entry its base, or ``isRoot``, or ``isBroken`` where it is not in the pack.
  ///   - visit: called for each entry that is below a root or a root itself, after its base.
  /// - Complexity: O(entries).
  init(_ bases: [Int32], _ visit: (Int) -> Void) {
    links = bases.map { Link(base: $0) }
    // Backwards, so that the children of an entry are listed as they stand in the file.
    for entry in bases.indices.reversed() where bases[entry] >= 0 {
      let base = Int(bases[entry])
      links[entry].nextSibling = links[base].firstChild
      links[base].firstChild = Int32(entry)
    }
    var order: [Int32] = []
    order.reserveCapacity(bases.count)
    for root in bases.indices where bases[root] == Self.isRoot {
      var next = order.count
      order.append(Int32(root))
      while next < order.count {
        let entry = Int(order[next])
        next += 1
        links[entry].weight = 1
        visit(entry)
        var child = links[entry].firstChild
        while child >= 0 {
          order.append(child)
          child = links[Int(child)].nextSibling
        }
      }
    }
    for entry in order.reversed() {
      let base = bases[Int(entry)]
      if base >= 0 { links[Int(base)].weight += links[Int(entry)].weight }
    }
  }

  /// The first of the entries that are, at the end, deltas on themselves, and how many there are.
  ///
  /// - Complexity: O(entries) if any is below no root.
  func endless() -> (first: Int, count: Int)? {
    guard links.contains(where: { $0.weight == 0 }) else { return nil }
    var ends = links.map { $0.weight > 0 }
    var open: [Int] = links.indices.filter { links[$0].base == Self.isBroken }
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

  /// Whether an entry is no delta.
  func isRoot(_ entry: Int) -> Bool { links[entry].base == Self.isRoot }

  /// How many entries the tree of an entry holds, itself included; 0 for one that is below no root.
  func weight(of entry: Int) -> Int { Int(links[entry].weight) }

  /// The first of the deltas on an entry; `nil` if there is none.
  func firstChild(of entry: Int) -> Int? { Self.entry(links[entry].firstChild) }

  /// The next delta on the same base.
  func nextSibling(of entry: Int) -> Int? { Self.entry(links[entry].nextSibling) }

  /// The base of an entry; `nil` if it has none.
  func base(of entry: Int) -> Int? { Self.entry(links[entry].base) }

  private static func entry(_ number: Int32) -> Int? { number < 0 ? nil : Int(number) }
}
