internal import Findings

/// The commits at which a history begins: all refs (branches, tags, remote branches, notes), HEAD,
/// the HEADs of linked worktrees, and every stash, not only the last.
struct Tips {
  /// Commits, or tags that lead to one.
  var ids: [(name: Path, id: ObjectID)] = []
  /// How many refs replace objects.
  var replaced = 0
  /// What git complained about.
  var problems: [RepositoryProblem] = []

  init(of repository: Repository) throws(GitError) {
    var git = try repository.start(["for-each-ref", "--format=%(objectname) %(refname)"])
    while let line = try git.record(UInt8(ascii: "\n")) {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")),
        let id = ObjectID(hex: line[..<space])
      else { throw .unexpectedOutput(command: "for-each-ref") }
      let name = line[(space + 1)...]
      if name.starts(with: "refs/replace/".utf8) { replaced += 1 }
      ids.append((Path(bytes: name), id))
    }
    try git.finish()
    problems = GitMessage.lines(git.complaint).map { .complaint($0) }

    if let head = try repository.headCommit() { ids.append((Path("HEAD"), head)) }
    addHeads(of: repository)
    addStashes(of: repository)
  }

  /// A detached HEAD of another worktree; one on a branch is among the refs.
  private mutating func addHeads(of repository: Repository) {
    let common = repository.commonDirectory
    let worktrees = common.appending(Path("worktrees"))
    let folders =
      [common] + FileSystem.names(in: worktrees).map { worktrees.appending(Path(bytes: $0)) }
    for folder in folders where folder != repository.gitDirectory {
      let file = folder.appending(Path("HEAD"))
      guard let content = FileSystem.contents(file),
        let id = ObjectID(hex: GitFile.firstLine(content))
      else { continue }
      ids.append((file, id))
    }
  }

  /// Older stashes stand only in the reflog, a line each: `<old> <new> <who> <when>\t<what>`.
  private mutating func addStashes(of repository: Repository) {
    let file = repository.commonDirectory.appending(Path("logs/refs/stash"))
    for line in FileSystem.contents(file, atMost: 16 << 20)?.split(separator: UInt8(ascii: "\n"))
      ?? []
    {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
      if fields.count == 3, let id = ObjectID(hex: fields[1]) { ids.append((file, id)) }
    }
  }
}
