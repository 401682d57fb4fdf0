public import Findings
public import Git

/// The changes of a whole history, compact: which commit put which blob at which path.
///
/// Built by one pass over the commits; every question about ages is answered from it and from the
/// contents of blobs. Memory: 16 bytes a change, and the names of commits, blobs and paths once.
public struct History: Sendable {
  /// The commits, parents before children.
  public private(set) var commits: [CommitStamp] = []
  /// Whether the history is cut, so that ages are lower bounds.
  public private(set) var isTruncated: Bool
  private(set) var paths: [Path] = []
  /// The changes, in the order of their commits.
  private(set) var changes: [FileChange] = []
  /// For each blob the first change that put it somewhere; -1 if none did.
  private(set) var introductions: [Int] = []
  /// The files of HEAD's tree: blobs by path.
  private(set) var head: [Path: Int] = [:]
  /// What merges took over, in the order of their commits.
  private(set) var taken: [TakenPath] = []
  /// Whether it is known of each commit in what all it differs from its first parent.
  private(set) var tellsStates = true
  private let headID: ObjectID?
  private var commitTable = ObjectTable()
  private var blobTable = ObjectTable()
  private var pathIndex: [Path: Int] = [:]
  /// The parents of all commits, in one list, and where those of each commit end.
  private var parents: [Int32] = []
  private var parentEnds: [Int] = []

  /// A history without commits.
  ///
  /// - Parameters:
  ///   - head: the commit that HEAD names; `nil` if it is unborn.
  ///   - isTruncated: whether the repository is a shallow or partial clone.
  public init(head: ObjectID?, isTruncated: Bool) {
    headID = head
    self.isTruncated = isTruncated
  }

  /// The blobs that the commits name.
  public var blobs: [ObjectID] { blobTable.ids }

  /// Adds a commit. Parents must have been added before their children.
  public mutating func add(_ record: CommitRecord) {
    let commit = commits.count
    commits.append(record.stamp)
    for parent in record.parents {
      if let index = commitTable.index(of: parent) { parents.append(Int32(clamping: index)) }
    }
    _ = commitTable.insert(record.id)
    parentEnds.append(parents.count)
    if record.lacksParent { isTruncated = true }
    if record.lacksParent || record.taken == nil { tellsStates = false }
    for path in record.taken ?? [] {
      taken.append(
        TakenPath(
          commit: Int32(clamping: commit), path: Int32(clamping: index(ofPath: path.path)),
          parent: Int32(clamping: path.parent)))
    }
    for change in record.changes {
      let path = index(ofPath: change.path)
      let new = change.mode.isSubmodule ? nil : change.new.map { index(ofBlob: $0) }
      if let new, introductions[new] < 0 { introductions[new] = changes.count }
      for old in change.old.isEmpty ? [nil] : change.old {
        changes.append(
          FileChange(commit: commit, path: path, old: old.map { index(ofBlob: $0) }, new: new))
      }
    }
  }

  /// Adds a file of HEAD's tree.
  public mutating func addToHead(_ path: Path, _ blob: ObjectID) {
    head[path] = index(ofBlob: blob)
  }

  /// For each blob the path that it first stood at among those that are wanted: a moved file counts
  /// for its new folder, too. `nil` for a blob that no commit put at one of them.
  ///
  /// - Complexity: one pass over the changes; each answer then takes constant time.
  public func firstPaths(where isWanted: (Path) -> Bool) -> @Sendable (ObjectID) -> Path? {
    let wanted = paths.map(isWanted)
    var first = [Int](repeating: -1, count: introductions.count)
    for change in changes where wanted[change.path] {
      if let new = change.new, first[new] < 0 { first[new] = change.path }
    }
    return { [paths, blobTable, first] blob in
      guard let index = blobTable.index(of: blob), first[index] >= 0 else { return nil }
      return paths[first[index]]
    }
  }

  /// Answers whether HEAD's tree holds a blob at a path.
  public var headFiles: @Sendable (ObjectID, Path) -> Bool {
    { [head, blobTable] blob, path in
      head[path].map { $0 == blobTable.index(of: blob) } ?? false
    }
  }

  /// The blob at a path of HEAD's tree.
  public func headBlob(at path: Path) -> ObjectID? { head[path].map { blobTable.ids[$0] } }

  /// How well a blob at a path stands for a value that many versions hold: at HEAD before not at
  /// HEAD, then the later introduced one.
  public func standing(of blob: ObjectID?, at path: Path) -> (Int, Int) {
    guard let blob, let index = blobTable.index(of: blob) else { return (0, 0) }
    let introduction = introductions[index]
    return (head[path] == index ? 2 : 1, introduction < 0 ? 0 : changes[introduction].commit)
  }

  /// The blobs that stood at the paths of configuration files.
  public var configurationBlobs: [ObjectID] {
    let isConfiguration = paths.map(ConfigurationFile.isOne)
    var found: Set<Int> = []
    for change in changes where isConfiguration[change.path] {
      if let new = change.new { found.insert(new) }
    }
    return found.sorted().map { blobTable.ids[$0] }
  }

  /// The index of a blob; `nil` for one that neither a commit nor HEAD's tree names.
  func index(of blob: ObjectID) -> Int? { blobTable.index(of: blob) }

  /// The index of a path; `nil` for one that no commit changed.
  func index(of path: Path) -> Int? { pathIndex[path] }

  /// The name of a blob.
  func blob(_ index: Int) -> ObjectID { blobTable.ids[index] }

  /// The commit that HEAD names; `nil` if it is not among the commits.
  var headCommit: Int? { headID.flatMap { commitTable.index(of: $0) } }

  /// The parents of a commit that are among the commits, in their order.
  func parents(of commit: Int) -> ArraySlice<Int32> {
    parents[(commit == 0 ? 0 : parentEnds[commit - 1])..<parentEnds[commit]]
  }

  private mutating func index(ofPath path: Path) -> Int {
    if let index = pathIndex[path] { return index }
    pathIndex[path] = paths.count
    paths.append(path)
    return paths.count - 1
  }

  private mutating func index(ofBlob blob: ObjectID) -> Int {
    let index = blobTable.insert(blob)
    if index == introductions.count { introductions.append(-1) }
    return index
  }
}
