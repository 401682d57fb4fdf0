public import Findings

extension Repository {
  /// The commit that a user's revision names: `main`, `v1.2`, `HEAD~3`, a name's beginning.
  ///
  /// The revision reaches git on its standard input, where nothing is an option.
  ///
  /// - Throws: ``GitError/badRevision(_:)``.
  public func resolve(_ revision: String) throws(GitError) -> ObjectID {
    var reader = BatchReader(self)
    return try reader.resolve(revision)
  }

  /// The content of a file in a commit, for a configuration that is taken from there.
  ///
  /// - Parameters:
  ///   - revision: a user's revision.
  ///   - path: relative to the top, without `.` and `..`.
  ///   - limit: the largest content that is read, in bytes.
  /// - Returns: `nil` if the commit has no such file; a symbolic link is none.
  /// - Throws: ``GitError/badRevision(_:)``, or ``GitError/unreadable(_:)`` if the file or a tree
  ///   on its way is damaged, or the file is larger than `limit`.
  public func readBlob(at revision: String, path: Path, limit: Int = 8 << 20)
    throws(GitError) -> [UInt8]?
  {
    var reader = BatchReader(self, limits: ReadingLimits(whole: max(limit, 16 << 20)))
    guard let (id, mode) = try reader.entry(at: revision, path), !mode.isTree, !mode.isSubmodule,
      !mode.isSymbolicLink
    else { return nil }
    guard let blob = try reader.object(id), blob.kind == .blob, blob.bytes.count <= limit
    else { throw .unreadable(id) }
    return blob.bytes
  }

  /// The names of the files in a folder of a commit, in the order of their bytes; folders in it, links
  /// and submodules are left out.
  ///
  /// - Parameters:
  ///   - revision: a user's revision.
  ///   - path: relative to the top, without `.` and `..`; empty for the top.
  /// - Returns: `nil` if the commit has no such folder.
  /// - Throws: ``GitError/badRevision(_:)``, or ``GitError/unreadable(_:)`` if a tree is damaged.
  public func fileNames(at revision: String, folder path: Path) throws(GitError) -> [Path]? {
    var reader = BatchReader(self)
    guard let (id, mode) = try reader.entry(at: revision, path), mode.isTree else { return nil }
    guard let tree = try reader.object(id), tree.kind == .tree else { throw .unreadable(id) }
    let (entries, isWhole) = TreeObject.entries(tree.bytes, idLength: id.bytes.count)
    guard isWhole else { throw .unreadable(id) }
    return entries.filter { !$0.mode.isTree && !$0.mode.isSubmodule && !$0.mode.isSymbolicLink }
      .map { Path(bytes: $0.name) }
      .sorted()
  }
}

extension BatchReader {
  /// What stands at a path of a commit; `nil` if nothing does.
  fileprivate mutating func entry(
    at revision: String, _ path: Path
  ) throws(GitError) -> (id: ObjectID, mode: FileMode)? {
    let commit = try resolve(revision)
    guard let object = try self.object(commit), let root = CommitObject(object.bytes)?.tree
    else { throw .unreadable(commit) }
    var (id, mode) = (root, FileMode(bits: 0o040000))
    for part in path.bytes.split(separator: UInt8(ascii: "/")) {
      guard mode.isTree else { return nil }
      guard let tree = try self.object(id), tree.kind == .tree else { throw .unreadable(id) }
      let (entries, isWhole) = TreeObject.entries(tree.bytes, idLength: id.bytes.count)
      if let entry = entries.first(where: { $0.name == part }) {
        (id, mode) = (entry.id, entry.mode)
      } else if isWhole {
        return nil
      } else {
        throw .unreadable(id)
      }
    }
    return (id, mode)
  }

  /// The commit that a user's revision names.
  mutating func resolve(_ revision: String) throws(GitError) -> ObjectID {
    let bytes = Array(revision.utf8)
    guard !bytes.isEmpty, bytes.first != UInt8(ascii: "-"), !bytes.contains(0),
      !bytes.contains(UInt8(ascii: "\n")),
      let found = try describe(bytes + Array("^{commit}".utf8)), found.kind == .commit
    else { throw .badRevision(revision) }
    return found.id
  }
}
