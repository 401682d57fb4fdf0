public import Findings

extension Repository {
  /// The entries of the index that differ from HEAD's tree in content or in kind of file, and all
  /// stages of a conflict. With an unborn HEAD these are all entries. A change of the executable
  /// bit alone, and a deletion, give nothing to read and are left out.
  ///
  /// Index and tree are listed at the same time and compared here: `diff-index --cached` is not
  /// faster, and trusts a cache of trees inside the index.
  ///
  /// - Parameter indexFile: see ``indexEntries(indexFile:)``.
  public func stagedChanges(indexFile: Path? = nil) throws(GitError) -> [IndexEntry] {
    var index = try startIndexListing(indexFile)
    let head = try headTree()
    let entries = try Self.indexEntries(&index)
    guard let head else { return entries }
    // A tree that could not be read whole makes more of the index look new, never less.
    var committed: [Path: TreeEntry] = Dictionary(minimumCapacity: head.entries.count)
    for entry in head.entries { committed[entry.path] = entry }
    return entries.filter { entry in
      guard entry.stage == 0, let old = committed[entry.path] else { return true }
      return old.id != entry.id || old.mode.bits >> 12 != entry.mode.bits >> 12
    }
  }
}
