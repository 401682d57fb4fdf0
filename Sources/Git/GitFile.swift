internal import Findings

/// A `.git` that is not a directory but leads to one: a file of a linked worktree, of a submodule
/// or of `git init --separate-git-dir`, or a symbolic link.
enum GitFile {
  /// The directory that a `.git` file or link names, without links; `nil` if it names none.
  static func target(of link: Path) -> Path? {
    if FileSystem.kind(link) == .directory { return FileSystem.realPath(link) }
    let prefix = Array("gitdir: ".utf8)
    guard let content = FileSystem.contents(link), content.starts(with: prefix) else { return nil }
    let path = Path(bytes: firstLine(Array(content.dropFirst(prefix.count))))
    return FileSystem.realPath(path.resolved(against: link.parent))
  }

  /// Whether a git directory is that of a linked worktree and its `gitdir` file names the `.git`
  /// file back. The back reference is what the owner of the main repository wrote, so nobody else
  /// can borrow his objects this way.
  static func isLinkedWorktree(_ gitDirectory: Path, of link: Path) -> Bool {
    guard gitDirectory.parent.name.elementsEqual("worktrees".utf8),
      let content = FileSystem.contents(gitDirectory.appending(Path("gitdir")))
    else { return false }
    let back = Path(bytes: firstLine(content)).resolved(against: gitDirectory)
    return FileSystem.realPath(back) == FileSystem.realPath(link)
  }

  /// Whether a git directory lies in `modules` of a repository whose working tree holds `top`.
  static func isSubmodule(_ gitDirectory: Path, of top: Path) -> Bool {
    var directory = top
    while directory.bytes.count > 1 {
      directory = directory.parent
      let link = directory.appending(Path(".git"))
      guard var owner = target(of: link) else { continue }
      // The git directory of a superproject must be its own in turn.
      guard
        owner.isInside(directory) || isLinkedWorktree(owner, of: link)
          || isSubmodule(owner, of: directory)
      else { continue }
      if gitDirectory.isInside(owner.appending(Path("modules"))) { return true }
      if owner.parent.name.elementsEqual("worktrees".utf8) {
        owner = owner.parent.parent
        if gitDirectory.isInside(owner.appending(Path("modules"))) { return true }
      }
    }
    return false
  }

  /// The bytes before the first line break.
  static func firstLine(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
  }
}
