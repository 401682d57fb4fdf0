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
    var reader = BatchReader(self, limits: ReadingLimits(whole: limit, most: limit))
    let commit = try reader.resolve(revision)
    guard let object = try reader.object(commit), let root = CommitObject(object.bytes)?.tree
    else { throw .unreadable(commit) }
    var (id, mode) = (root, FileMode(bits: 0o040000))
    for part in path.bytes.split(separator: UInt8(ascii: "/")) {
      guard mode.isTree else { return nil }
      guard let tree = try reader.object(id), tree.kind == .tree else { throw .unreadable(id) }
      switch TreeObject.entry(part, in: tree.bytes, idLength: id.bytes.count) {
      case .found(let entry, let entryMode): (id, mode) = (entry, entryMode)
      case .absent: return nil
      case .damaged: throw .unreadable(id)
      }
    }
    guard !mode.isTree, !mode.isSubmodule, !mode.isSymbolicLink else { return nil }
    guard let blob = try reader.object(id), blob.kind == .blob else { throw .unreadable(id) }
    return blob.bytes
  }
}

extension BatchReader {
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
