public import Findings

/// What git knows of the files of a working tree.
public struct WorkingTree: Sendable {
  /// A tracked file.
  public struct File: Sendable, Hashable {
    /// The path from the top of the working tree.
    public let path: Path
    /// The mode in the index.
    public let mode: FileMode
  }

  /// The files in the index, each once, also those that were deleted on disk.
  public internal(set) var tracked: [File] = []
  /// The files that are neither in the index nor ignored.
  public internal(set) var untracked: [Path] = []
  /// The paths of submodules.
  public internal(set) var submodules: [Path] = []
  /// Untracked directories that hold a repository of their own; git does not look into them.
  public internal(set) var nestedRepositories: [Path] = []
  /// What git complained about: directories that it could not read.
  public internal(set) var problems: [RepositoryProblem] = []
}

extension Repository {
  /// Lists the working tree. Ignored are the files that `.gitignore` files and `info/exclude` name;
  /// an ignore file named by the configuration is not read.
  ///
  /// Where nothing stands but what is tracked, no git is needed.
  ///
  /// - Parameters:
  ///   - holds: which paths are asked for; `nil` for all. Others may be listed, too.
  ///   - seen: called with each tracked file that is asked for, in order, while git may still look for
  ///     other files; and with whether the path stays inside the working tree, all directories above
  ///     it being directories.
  /// - Returns: `nil` if there is no working tree.
  public func workingTree(
    where holds: ((Path) -> Bool)? = nil, _ seen: (WorkingTree.File, Bool) -> Void = { _, _ in }
  ) throws(GitError) -> WorkingTree? {
    guard let top = workTree else { return nil }
    let index = ownIndex()
    // Below a part of the tree there may be files where the index names none.
    var asksGit = index == nil || holds != nil
    var others: GitProcess? = asksGit ? try startOthers() : nil
    let entries: [IndexEntry]
    if let index { entries = index } else { entries = try indexEntries() }
    var directories = IndexedDirectories(below: top, entries, lists: !asksGit)
    // The top is listed by now; an empty index names no other directory.
    if !asksGit, !directories.lists {
      asksGit = true
      others = try startOthers()
    }
    var tree = WorkingTree()
    var last: Path?
    for entry in entries where entry.path != last {
      last = entry.path
      let file = WorkingTree.File(path: entry.path, mode: entry.mode)
      if entry.mode.isSubmodule {
        tree.submodules.append(entry.path)
      } else {
        tree.tracked.append(file)
      }
      guard holds?(entry.path) ?? true else { continue }
      let isReal = directories.lead(to: entry.path)
      if !asksGit, !directories.lists {
        asksGit = true
        others = try startOthers()
      }
      if !entry.mode.isSubmodule { seen(file, isReal) }
    }
    guard var others else { return tree }
    while let path = try others.record(0) {
      if path.last == UInt8(ascii: "/") {
        tree.nestedRepositories.append(Path(bytes: path.dropLast()))
      } else {
        tree.untracked.append(Path(bytes: path))
      }
    }
    try others.finish()
    tree.problems = GitMessage.lines(others.complaint).map { .complaint($0) }
    return tree
  }

  private func startOthers() throws(GitError) -> GitProcess {
    try start(["ls-files", "--others", "--exclude-standard", "-z"], index: .own)
  }

  /// What git ignores below a folder of the working tree, a folder that is ignored as a whole
  /// counted once and not looked into.
  public func ignoredEntries(below folder: Path) throws(GitError) -> Int {
    guard workTree != nil else { return 0 }
    var git = try start(
      ["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z", "--"],
      operands: [folder.bytes], index: .own)
    var count = 0
    while try git.record(0) != nil { count += 1 }
    try git.finish()
    return count
  }
}
