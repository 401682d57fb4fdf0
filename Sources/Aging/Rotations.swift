public import Findings

/// Answers "was it ever rotated" for the key paths of pipeline files.
public struct Rotations {
  /// The values of a pipeline file by key path.
  public typealias Values = [String: [UInt8]]

  private let history: History
  private let lineage: Lineage
  private let values: (ObjectID, Path) -> Values?
  private var known: [ObjectID: Values] = [:]

  /// Rotations in a history.
  ///
  /// - Parameter values: reads the values of a version of a file; `nil` where it cannot be read or
  ///   is no pipeline file.
  public init(_ history: History, values: @escaping (ObjectID, Path) -> Values?) {
    self.history = history
    self.values = values
    lineage = Lineage(history)
  }

  /// When the value of a key path was last changed.
  ///
  /// The decoded values are compared, so that indentation, quoting, line ends and renames of the
  /// file are no rotations. Versions that lack the key path are passed over.
  ///
  /// - Parameter current: the present decoded value; without a commit that holds it the answer is
  ///   `nil`.
  public mutating func rotation(of keyPath: String, in path: Path, current: [UInt8]) -> Rotation? {
    var last: Int?
    var count = 0
    var isReused = false
    var previous = current
    for version in versions(of: keyPath, in: path) {
      guard let value = read(version.blob, version.path)[keyPath] else { continue }
      if value == current, count == 0 { last = version.commit }
      if last == nil { return nil }
      if value != previous {
        count += 1
        if value == current { isReused = true }
        previous = value
      }
    }
    return last.map { Rotation(last: history.commits[$0], count: count, isReused: isReused) }
  }

  private mutating func versions(of keyPath: String, in path: Path) -> [Lineage.Version] {
    var cache = known
    let read = values
    func values(_ blob: ObjectID, _ path: Path) -> Values {
      if let found = cache[blob] { return found }
      let found = read(blob, path) ?? [:]
      cache[blob] = found
      return found
    }
    let versions = lineage.versions(of: path) { added, removed in
      let new = values(added, path)[keyPath]
      return new != nil && new == values(removed.blob, removed.path)[keyPath]
    }
    known = cache
    return versions
  }

  private mutating func read(_ blob: ObjectID, _ path: Path) -> Values {
    if let found = known[blob] { return found }
    let found = values(blob, path) ?? [:]
    known[blob] = found
    return found
  }
}
