public import Findings

/// A file of a commit's tree.
public struct TreeEntry: Sendable, Hashable {
  /// The path from the top.
  public let path: Path
  /// The blob, or a submodule's commit.
  public let id: ObjectID
  /// The file's mode.
  public let mode: FileMode
}

/// The files of HEAD.
public struct HeadTree: Sendable {
  /// The files, in no particular order.
  public internal(set) var entries: [TreeEntry] = []
  /// The trees that are missing or damaged, so that files below them are not listed.
  public internal(set) var problems: [RepositoryProblem] = []
}

extension Repository {
  /// The files of HEAD; `nil` if HEAD is unborn.
  ///
  /// The trees are read as objects, level by level: unlike `ls-tree`, which ends at the first
  /// damaged tree, this gives all files of the others.
  public func headTree() throws(GitError) -> HeadTree? {
    var reader = BatchReader(self)
    var tree = HeadTree()
    guard let root = try reader.describe(Array("HEAD^{tree}".utf8)), root.kind == .tree else {
      guard let head = try headCommit() else { return nil }
      tree.problems.append(.unreadable(head))
      return tree
    }
    try tree.list(root.id, from: &reader, most: mostFiles)
    return tree
  }

  /// The same from a store that is open already.
  public func headTree(of store: ObjectStore) throws(GitError) -> HeadTree? {
    guard let head = try headCommit() else { return nil }
    var reader = StoreReader(store)
    var tree = HeadTree()
    guard let commit = try reader.object(head), commit.kind == .commit,
      let root = CommitObject(commit.bytes)?.tree
    else {
      tree.problems.append(.unreadable(head))
      return tree
    }
    try tree.list(root, from: &reader, most: mostFiles)
    return tree
  }

  /// The commit that HEAD names, whether its object is there or not; `nil` if HEAD is unborn.
  public func headCommit() throws(GitError) -> ObjectID? {
    var git = try start(["rev-parse", "--verify", "--quiet", "HEAD"])
    let line = try git.record(UInt8(ascii: "\n"))
    let exit = try git.exit()
    // 1 is git's answer for "no such revision"; 128 is a repository that it does not understand.
    if exit == .status(1) { return nil }
    guard exit == .status(0) else { throw git.failure(exit) }
    guard let id = ObjectID(hex: line ?? []) else {
      throw .unexpectedOutput(command: "rev-parse")
    }
    return id
  }
}

extension HeadTree {
  fileprivate mutating func list<Reader: ObjectReader & ~Copyable>(
    _ root: ObjectID, from reader: inout Reader, most: Int
  ) throws(GitError) {
    var level: [(path: Path, id: ObjectID)] = [(Path(""), root)]
    while !level.isEmpty { try descend(&level, reader: &reader, most: most) }
  }

  /// Reads the trees of one level, keeps their files, and puts their subtrees in place of them.
  private mutating func descend<Reader: ObjectReader & ~Copyable>(
    _ level: inout [(path: Path, id: ObjectID)], reader: inout Reader, most: Int
  ) throws(GitError) {
    var subtrees: [(path: Path, id: ObjectID)] = []
    var index = 0
    try reader.read(level.map(\.id)) { id, reading, bytes in
      // The reader keeps the order, so a tree that stands in several places has each of its paths.
      let path = level[index].path
      switch reading {
      case .whole(.tree): break
      case .part(_, let offset, let size) where offset + bytes.count < size: return true
      default:
        problems.append(.unreadable(id))
        index += 1
        return true
      }
      index += 1
      let (found, isWhole) = TreeObject.entries(copy(bytes), idLength: id.bytes.count)
      if !isWhole { problems.append(.unreadable(id)) }
      for entry in found {
        let full = path.appending(Path(bytes: entry.name))
        if entry.mode.isTree {
          subtrees.append((full, entry.id))
        } else {
          entries.append(TreeEntry(path: full, id: entry.id, mode: entry.mode))
        }
      }
      return entries.count + subtrees.count <= most
    }
    if entries.count + subtrees.count > most {
      problems.append(.tooManyFiles(most))
      subtrees = []
    }
    level = subtrees
  }
}
