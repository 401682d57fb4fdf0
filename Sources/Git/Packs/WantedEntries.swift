internal import Findings

/// Which entries of a pack are asked for, and which must be made on the way to them.
struct WantedEntries: Sendable {
  private var wanted: [Bool]
  private var needed: [Bool]

  /// - Parameter isWanted: asked about each entry.
  /// - Complexity: O(entries).
  init(_ pack: Pack, where isWanted: (Int) -> Bool) {
    wanted = (0..<pack.count).map(isWanted)
    needed = wanted
    for entry in 0..<pack.count where wanted[entry] {
      var next = pack.forest.base(of: entry)
      while let base = next, !needed[base] {
        needed[base] = true
        next = pack.forest.base(of: base)
      }
    }
  }

  /// Whether an entry is asked for.
  func wants(_ entry: Int) -> Bool { wanted[entry] }

  /// Whether an entry, or a delta on it, is asked for.
  func needs(_ entry: Int) -> Bool { needed[entry] }
}
