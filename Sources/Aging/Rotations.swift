public import Findings

/// Answers "was it ever rotated" for the key paths of pipeline files.
public struct Rotations {
  /// The values of a pipeline file by key path.
  public typealias Values = [String: [UInt8]]

  private let history: History
  private let lineage: Lineage
  private let versions: Versions

  /// Rotations in a history.
  ///
  /// - Parameter values: reads the values of a version of a file; `nil` where it cannot be read or
  ///   is no pipeline file. Asked once for each blob.
  public init(_ history: History, values: @escaping (ObjectID, Path) -> Values?) {
    self.history = history
    versions = Versions(values)
    lineage = Lineage(history)
  }

  /// When the value of a key path was last changed.
  ///
  /// The decoded values are compared, so that indentation, quoting, line ends and renames of the
  /// file are no rotations. Versions that lack the key path are passed over.
  ///
  /// - Parameter current: the present decoded value; where the newest version does not have it, the
  ///   answer is `nil`.
  public func rotation(of keyPath: String, in path: Path, current: [UInt8]) -> Rotation? {
    var last: Int?
    var count = 0
    var isReused = false
    var previous = current
    let lines = lineage.versions(of: path) { [versions] added, removed in
      let new = versions.values(of: added, at: path)[keyPath]
      return new != nil && new == versions.values(of: removed.blob, at: removed.path)[keyPath]
    }
    for version in lines {
      guard let value = versions.values(of: version.blob, at: version.path)[keyPath] else {
        continue
      }
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
}

/// The values of versions of files, each read once.
private final class Versions {
  private let read: (ObjectID, Path) -> Rotations.Values?
  private var known: [ObjectID: Rotations.Values] = [:]

  init(_ read: @escaping (ObjectID, Path) -> Rotations.Values?) { self.read = read }

  func values(of blob: ObjectID, at path: Path) -> Rotations.Values {
    if let values = known[blob] { return values }
    let values = read(blob, path) ?? [:]
    known[blob] = values
    return values
  }
}
