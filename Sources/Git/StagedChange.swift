public import Findings

extension Repository {
  /// The entries of the index that differ from HEAD's tree in content or in kind of file, and all
  /// stages of a conflict. With an unborn HEAD these are all entries. A change of the executable
  /// bit alone, and a deletion, give nothing to read and are left out.
  ///
  /// Of HEAD only the trees are read that differ from those that the index stands for: of a large
  /// repository with one staged file three or four. `diff-index --cached` is not faster, and trusts
  /// a cache of trees inside the index.
  ///
  /// - Parameter indexFile: see ``indexEntries(indexFile:)``.
  public func stagedChanges(indexFile: Path? = nil) throws(GitError) -> [IndexEntry] {
    let file = try indexFile.map { path throws(GitError) in try checked(path) }
    var reader = BatchReader(self)
    let head = Array("HEAD^{tree}".utf8)
    let root: (id: ObjectID, kind: ObjectKind, size: Int)?
    let entries: [IndexEntry]
    if let own = ownIndex(file) {
      entries = own
      root = try reader.describe(head)
    } else {
      // Both gits work at the same time.
      var index = try startIndexListing(file)
      root = try reader.describe(head)
      entries = try Self.indexEntries(&index)
    }
    // A HEAD that cannot be read makes more of the index look new, never less.
    guard let root, root.kind == .tree, !entries.isEmpty else { return entries }
    var comparison = StagedComparison(entries)
    while let ids = comparison.next(root: root.id) {
      try reader.read(ids) { id, reading, bytes in
        comparison.take(reading, bytes, idLength: id.bytes.count)
        return true
      }
    }
    return comparison.changed.sorted().map { entries[$0] }
  }
}

/// Compares an index with HEAD, level by level, going down only where trees differ.
private struct StagedComparison {
  private let entries: [IndexEntry]
  private let trees: IndexTrees
  /// The directories of a level that differ, each with HEAD's tree.
  private var level: [(directory: IndexTrees.Directory, id: ObjectID)]?
  private var below: [(directory: IndexTrees.Directory, id: ObjectID)] = []
  /// How many trees of the level have been taken.
  private var taken = 0
  private(set) var changed: Set<Int> = []

  init(_ entries: [IndexEntry]) {
    self.entries = entries
    trees = IndexTrees(entries)
  }

  /// The trees of HEAD to be read next, in order; `nil` when all is compared.
  mutating func next(root: ObjectID) -> [ObjectID]? {
    if level == nil {
      level = trees.top.id == root ? [] : [(trees.top, root)]
    } else {
      level = below
    }
    below = []
    taken = 0
    guard let level, !level.isEmpty else { return nil }
    return level.map(\.id)
  }

  /// Takes the reading of the next tree. One that cannot be read makes all below it look new.
  mutating func take(_ reading: ObjectReading, _ bytes: Span<UInt8>, idLength: Int) {
    guard let directory = level?[taken].directory else { return }
    switch reading {
    case .whole(.tree):
      taken += 1
      compare(directory, with: TreeObject.entries(copy(bytes), idLength: idLength).entries)
    case .part(_, let offset, let size) where offset + bytes.count < size: return
    default:
      taken += 1
      changed.formUnion(directory.entries)
    }
  }

  private mutating func compare(
    _ directory: IndexTrees.Directory, with tree: [TreeObject.Entry]
  ) {
    var committed: [ArraySlice<UInt8>: TreeObject.Entry] = Dictionary(minimumCapacity: tree.count)
    for entry in tree { committed[entry.name] = entry }
    for index in directory.files {
      let entry = entries[index]
      let old = committed[entry.path.bytes[directory.prefix...]]
      if entry.stage != 0 || old?.id != entry.id
        || old.map({ $0.mode.bits >> 12 }) != entry.mode.bits >> 12
      {
        changed.insert(index)
      }
    }
    for index in directory.directories {
      let inner = trees.directories[index]
      let path = entries[inner.entries.lowerBound].path.bytes
      let old = committed[path[directory.prefix..<inner.prefix - 1]]
      if let old, old.mode.isTree {
        if old.id != inner.id { below.append((inner, old.id)) }
      } else {
        changed.formUnion(inner.entries)
      }
    }
  }
}
