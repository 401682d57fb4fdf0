internal import Findings

/// The commits at which a history begins: all refs (branches, tags, remote branches, notes), HEAD,
/// the HEADs of linked worktrees, and every stash, not only the last.
public struct Tips: Sendable {
  /// Commits, or tags that lead to one.
  var ids: [(name: Path, id: ObjectID)] = []
  /// How many refs replace objects.
  var replaced = 0
  /// What git complained about.
  var problems: [RepositoryProblem] = []

  /// Reads the refs of a repository.
  public init(of repository: Repository) throws(GitError) {
    var git = try repository.start(["for-each-ref", "--format=%(objectname) %(refname)"])
    while let line = try git.record(UInt8(ascii: "\n")) {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")),
        let id = ObjectID(digits: line[..<space])
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

  /// Whether git named all refs without a complaint.
  public var isWhole: Bool { problems.isEmpty }

  /// The names and what they name, as bytes that differ if any of them does.
  public var identity: [UInt8] {
    var bytes: [UInt8] = []
    for (name, id) in ids.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
      bytes += name.bytes + [0] + id.bytes + [0]
    }
    return bytes
  }

  /// The short name of a branch, the same for a remote's and one's own; `nil` for any other ref.
  static func branch(_ ref: Path) -> Path? {
    let own = Array("refs/heads/".utf8)
    let remote = Array("refs/remotes/".utf8)
    if ref.bytes.starts(with: own) { return Path(bytes: ref.bytes.dropFirst(own.count)) }
    guard ref.bytes.starts(with: remote) else { return nil }
    let name = ref.bytes.dropFirst(remote.count).drop { $0 != UInt8(ascii: "/") }.dropFirst()
    return name.elementsEqual("HEAD".utf8) ? nil : Path(bytes: name)
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
