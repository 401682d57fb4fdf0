public import Findings
public import Git

/// The changes of a whole history, compact: which commit put which blob at which path.
///
/// Built by one pass over the commits; every question about ages is answered from it and from the
/// contents of blobs.
public struct History: Sendable {
  /// One file changed by one commit, as indices into the tables of the history. A merge has one
  /// change for each different blob that its parents had.
  struct Change: Sendable {
    let commit: Int
    let path: Int
    /// `nil` where the file was added.
    let old: Int?
    /// `nil` where the file was removed.
    let new: Int?
  }

  /// The commits, parents before children.
  public private(set) var commits: [CommitStamp] = []
  private(set) var paths: [Path] = []
  private(set) var changes: [Change] = []
  /// The blobs that some commit put somewhere.
  public private(set) var blobs: [ObjectID] = []
  /// For each blob the change that introduced it: the one with the earliest plausible date.
  private(set) var introductions: [Int] = []
  private var blobIndex: [ObjectID: Int] = [:]
  private var pathIndex: [Path: Int] = [:]
  /// The files of HEAD's tree.
  private(set) var head: [Path: Int] = [:]
  /// Whether the history is cut, so that ages are lower bounds.
  public let isTruncated: Bool

  /// A history without commits.
  public init(isTruncated: Bool) { self.isTruncated = isTruncated }

  /// Adds a commit. Parents must have been added before their children.
  public mutating func add(_ record: CommitRecord) {
    let stamp = record.stamp
    commits.append(stamp)
    for change in record.changes {
      let path = index(ofPath: change.path)
      let new = change.mode.isSubmodule ? nil : change.new.map { index(ofBlob: $0) }
      if let new { introduce(new, at: changes.count, stamp) }
      for old in change.old.isEmpty ? [nil] : change.old {
        changes.append(
          Change(
            commit: commits.count - 1, path: path, old: old.map { index(ofBlob: $0) }, new: new))
      }
    }
  }

  /// Adds a file of HEAD's tree.
  public mutating func addToHead(_ path: Path, _ blob: ObjectID) {
    head[path] = index(ofBlob: blob)
  }

  /// The path that a blob was introduced at; `nil` for a blob that no commit holds.
  public func path(of blob: ObjectID) -> Path? {
    guard let index = blobIndex[blob], introductions[index] >= 0 else { return nil }
    return paths[changes[introductions[index]].path]
  }

  /// The blob at a path of HEAD's tree.
  public func headBlob(at path: Path) -> ObjectID? { head[path].map { blobs[$0] } }

  /// How well a blob at a path stands for a value that many versions hold: at HEAD before not at
  /// HEAD, then the later introduced one.
  public func standing(of blob: ObjectID?, at path: Path) -> (Int, Int) {
    guard let blob, let index = index(of: blob) else { return (0, 0) }
    return (headBlob(at: path) == blob ? 2 : 1, changes[introductions[index]].commit)
  }

  /// The blobs that stood at the paths of configuration files.
  public var configurationBlobs: [ObjectID] {
    let isConfiguration = paths.map(ConfigurationFile.isOne)
    var found: Set<Int> = []
    for change in changes where isConfiguration[change.path] {
      if let new = change.new { found.insert(new) }
    }
    return found.sorted().map { blobs[$0] }
  }

  /// The index of a blob; `nil` for one that no commit holds.
  func index(of blob: ObjectID) -> Int? {
    guard let index = blobIndex[blob], introductions[index] >= 0 else { return nil }
    return index
  }

  /// The stamp of the commit that made a change.
  func commit(of change: Int) -> CommitStamp { commits[changes[change].commit] }

  private mutating func introduce(_ blob: Int, at change: Int, _ stamp: CommitStamp) {
    let known = introductions[blob]
    let moment = PlausibleDate(stamp).moment
    if known < 0 || moment < PlausibleDate(commit(of: known)).moment {
      introductions[blob] = change
    }
  }

  private mutating func index(ofPath path: Path) -> Int {
    if let index = pathIndex[path] { return index }
    pathIndex[path] = paths.count
    paths.append(path)
    return paths.count - 1
  }

  private mutating func index(ofBlob blob: ObjectID) -> Int {
    if let index = blobIndex[blob] { return index }
    blobIndex[blob] = blobs.count
    blobs.append(blob)
    introductions.append(-1)
    return blobs.count - 1
  }
}
