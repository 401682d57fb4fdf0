public import Findings

extension Repository {
  /// Finds the repository that holds a path.
  ///
  /// The path and the directories above it are searched for a `.git` directory or file, as git
  /// does. A path that is itself a git directory gives a repository without a working tree.
  ///
  /// The git directory and the object store must lie inside the directory that holds `.git`, or
  /// inside `root`. Two ordinary forms may lie elsewhere: a linked worktree whose git directory
  /// names it back, and a submodule whose git directory lies in that of its superproject.
  ///
  /// - Parameters:
  ///   - path: a file or directory.
  ///   - root: what the user asked to scan.
  ///   - allowsOutside: whether to follow gitfiles, links and alternates out of these places.
  /// - Returns: `nil` if no repository holds the path.
  /// - Throws: ``GitError/refused(_:_:)``.
  public static func discover(_ path: Path, root: Path? = nil, allowsOutside: Bool = false)
    throws(GitError) -> Repository?
  {
    guard var directory = FileSystem.realPath(path) else { return nil }
    let root = root.flatMap(FileSystem.realPath)
    var isGiven = true
    while true {
      if let repository = try repository(
        at: directory, root: root, allowsOutside: allowsOutside)
      {
        return repository
      }
      // After `.git`, or files that look like a git directory would hide the real one.
      if isGiven,
        let bare = try open(
          directory, workTree: nil, root: root, allowsOutside: allowsOutside)
      {
        return bare
      }
      isGiven = false
      if directory.bytes.count <= 1 { return nil }
      let parent = directory.parent
      directory = parent.bytes.isEmpty ? Path("/") : parent
    }
  }

  /// The repository whose working tree has its top here.
  private static func repository(at top: Path, root: Path?, allowsOutside: Bool)
    throws(GitError) -> Repository?
  {
    let link = top.appending(Path(".git"))
    let target: Path
    switch FileSystem.kind(link, followingLinks: false) {
    case .directory: target = link
    case .regular, .symbolicLink:
      guard let named = GitFile.target(of: link) else { return nil }
      guard
        allowsOutside || named.isInside(top) || root.map(named.isInside) == true
          || GitFile.isLinkedWorktree(named, of: link)
          || GitFile.isSubmodule(named, of: top)
      else {
        throw .refused(.gitDirectoryOutside, link)
      }
      target = named
    case .special: throw .refused(.specialFile, link)
    case nil: return nil
    }
    return try open(target, workTree: top, root: root, allowsOutside: allowsOutside)
  }

  /// Opens a git directory; `nil` if it is none.
  private static func open(
    _ directory: Path, workTree: Path?, root: Path?, allowsOutside: Bool
  ) throws(GitError) -> Repository? {
    guard FileSystem.kind(directory) == .directory,
      FileSystem.kind(directory.appending(Path("HEAD")), followingLinks: false) != nil
    else { return nil }
    var common = directory
    if let named = FileSystem.contents(directory.appending(Path("commondir"))) {
      let path = Path(bytes: GitFile.firstLine(named)).resolved(against: directory)
      guard let real = FileSystem.realPath(path) else { return nil }
      common = real
    }
    let objects = common.appending(Path("objects"))
    guard FileSystem.kind(objects) == .directory,
      FileSystem.kind(common.appending(Path("refs"))) == .directory
    else { return nil }

    for file in ["HEAD", "config", "config.worktree", "index", "commondir"] {
      try requireRegular(directory.appending(Path(file)))
    }
    for file in [
      "config", "packed-refs", "shallow", "info/exclude", "info/grafts", "objects/info/alternates",
    ] {
      try requireRegular(common.appending(Path(file)))
    }
    if !allowsOutside {
      let places = [workTree, root, directory].compactMap { $0 }
      let isOurs = directory.isInside(common.appending(Path("worktrees")))
      guard isOurs || places.contains(where: common.isInside) else {
        throw .refused(.commonDirectoryOutside, directory.appending(Path("commondir")))
      }
      try ObjectStores.check(objects, inside: places + [common])
    }
    return Repository(
      gitDirectory: directory, commonDirectory: common, workTree: workTree,
      owner: FileSystem.owner(directory) ?? 0)
  }

  /// git opens these files; on a FIFO it would wait forever.
  private static func requireRegular(_ path: Path) throws(GitError) {
    switch FileSystem.kind(path) {
    case .special, .directory: throw .refused(.specialFile, path)
    default: return
    }
  }
}
