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
  /// The files, in git's order.
  public internal(set) var entries: [TreeEntry] = []
  /// Set if a tree is missing or damaged, so that files below it are not listed.
  public internal(set) var problem: RepositoryProblem?
}

extension Repository {
  /// The files of HEAD; `nil` if HEAD is unborn.
  public func headTree() throws(GitError) -> HeadTree? {
    var tree = HeadTree()
    var git = try start(["ls-tree", "-r", "-z", "--full-tree", "HEAD"])
    while let record = try git.record(0) {
      guard let entry = Self.treeEntry(record) else {
        throw .unexpectedOutput(command: "ls-tree")
      }
      tree.entries.append(entry)
    }
    let exit = try git.exit()
    if exit == .status(0) { return tree }
    // Asked only now, because a HEAD that is there needs no second process.
    if tree.entries.isEmpty, try headCommit() == nil { return nil }
    tree.problem = .failure(git.failure(exit))
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

  /// Reads `<mode> <kind> <id>\t<path>`.
  private static func treeEntry(_ record: [UInt8]) -> TreeEntry? {
    guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let fields = record[..<tab].split(separator: UInt8(ascii: " "))
    guard fields.count == 3, let mode = FileMode(octal: fields[0]),
      let id = ObjectID(hex: fields[2])
    else { return nil }
    return TreeEntry(path: Path(bytes: record[(tab + 1)...]), id: id, mode: mode)
  }
}
