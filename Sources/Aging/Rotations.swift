public import Findings

/// Answers "was it ever rotated" for the key paths of pipeline files.
public struct Rotations {
  /// The values of a pipeline file by key path.
  public typealias Values = [String: [UInt8]]

  private let history: History
  private let lineage: Lineage
  private let versions: VersionValues

  /// Rotations in a history.
  ///
  /// - Parameter values: reads the values of a version of a file; `nil` where it cannot be read or
  ///   is no pipeline file. Asked once for each blob and path.
  public init(_ history: History, values: @escaping (ObjectID, Path) -> Values?) {
    self.history = history
    lineage = Lineage(history)
    versions = VersionValues(history, values)
  }

  /// When the value of a key path was last changed, on the way from HEAD back to the first commit.
  ///
  /// The decoded values are compared, so that indentation, quoting, line ends and renames of the
  /// file are no rotations. A value that moved from one key path to another is followed. Versions
  /// that lack the key path are passed over.
  ///
  /// - Parameter current: the present decoded value; where HEAD's version does not have it, because
  ///   the change is not committed or the value is an old one, the answer is `nil`.
  /// - Complexity: O(changes + commits + versions of the file), each version read once.
  public func rotation(of keyPath: String, in path: Path, current: [UInt8]) -> Rotation? {
    rotation(of: keyPath, in: path) { $0 == current }
  }

  /// As above, for a value whose decoded bytes the caller does not have.
  ///
  /// - Parameter isCurrent: whether the decoded value of HEAD's version is the present one.
  public func rotation(of keyPath: String, in path: Path, where isCurrent: ([UInt8]) -> Bool)
    -> Rotation?
  {
    guard let file = lineage.file(atHead: path), var version = lineage.version(of: file),
      let current = versions[file][keyPath], isCurrent(current)
    else { return nil }
    var named = NamedValue(keyPath: keyPath, value: current, siblings: versions[file])
    // The first commit that is known to have the value at hand.
    var beginning = version.commit
    var changes: [Int] = []
    var isReused = false
    while let file = predecessor(of: version, named), let older = lineage.version(of: file) {
      version = older
      let values = versions[file]
      guard let before = named.before(in: values) else {
        if !values.isEmpty { named.mayHaveMoved = false }
        continue
      }
      if before.value != named.value { changes.append(beginning) }
      if before.value == current, !changes.isEmpty { isReused = true }
      beginning = older.commit
      named = before
    }
    return Rotation(
      first: history.commits[beginning], changes: changes.reversed().map { history.commits[$0] },
      isReused: isReused)
  }

  /// The version before; of the sides of a merge the one that has the same value.
  private func predecessor(of version: Lineage.Version, _ named: NamedValue) -> Lineage.File? {
    let replaced = lineage.replaced(by: version)
    if replaced.isEmpty { return renameSource(of: version, named) }
    return replaced.first { named.before(in: versions[$0])?.value == named.value } ?? replaced[0]
  }

  /// The removed file that a version was renamed from: the one with the same value, else the most
  /// similar one that has the key path.
  private func renameSource(of version: Lineage.Version, _ named: NamedValue) -> Lineage.File? {
    let sources = lineage.removed(with: version)
    if let exact = sources.first, exact.blob == version.blob { return exact }
    let values = named.siblings
    var best: (source: Lineage.File, likeness: (Int, Int, Int))?
    for source in sources {
      let others = versions[source]
      guard let before = named.before(in: others) else { continue }
      let equal = values.count { others[$0.key] == $0.value }
      let likeness = (
        before.value == named.value ? 1 : 0, equal,
        history.paths[source.path].name == history.paths[version.path].name ? 1 : 0
      )
      // As git has it, half of a file must be the same for a rename.
      let isSame =
        likeness.0 + likeness.2 > 0 || equal > 0 && equal * 2 >= max(values.count, others.count)
      if isSame, best.map({ $0.likeness < likeness }) ?? true { best = (source, likeness) }
    }
    return best?.source
  }
}
