public import Findings
internal import Glibc

/// A git repository that may belong to an attacker, read by plumbing commands only: none of its
/// programs runs, nothing is fetched, and nothing is written but what ``keep(_:as:)`` keeps.
///
/// A value; every operation starts its own git, so all of them work from any thread.
public struct Repository: Sendable, Hashable {
  /// The git directory of this working tree: absolute and without links.
  public let gitDirectory: Path
  /// Where objects and refs live: another directory than ``gitDirectory`` in a linked worktree.
  public let commonDirectory: Path
  /// The top of the working tree; `nil` if a git directory was given directly.
  ///
  /// Decided by where `.git` stands; `core.worktree` and `core.bare` are ignored.
  public let workTree: Path?
  /// The user id that owns ``gitDirectory``.
  public let owner: UInt32

  /// Seconds that git may do nothing while it is waited for.
  var patience = 60
  /// How many commits whose changes could not be read are named; the others are counted.
  var mostFailures = 100
  /// How many files one commit may change, or a tree may hold: a tree that names the same subtree
  /// many times, on many levels, has more files than any memory holds.
  var mostFiles = 4_000_000
  /// Where git is looked for.
  var searchPath = GitExecutable.searchPath

  /// Whether there is no working tree.
  public var isBare: Bool { workTree == nil }

  /// Whether another user owns the git directory. git itself would refuse to read it; here the
  /// repository's settings have no power, and the caller may tell the user.
  public var isOwnedByAnother: Bool { owner != geteuid() }

  /// The hash that names the objects.
  public func objectFormat() throws(GitError) -> ObjectFormat {
    var git = try start(["rev-parse", "--show-object-format"])
    let name = try git.record(UInt8(ascii: "\n")) ?? []
    while try git.record(UInt8(ascii: "\n")) != nil {}
    try git.finish()
    guard let format = ObjectFormat(rawValue: String(decoding: name, as: UTF8.self)) else {
      throw .unexpectedOutput(command: "rev-parse")
    }
    return format
  }

  /// Starts a plumbing command on this repository.
  func start(
    _ plumbing: [String], operands: [[UInt8]] = [], index: GitCommand.Index = .none,
    withInput: Bool = false
  ) throws(GitError) -> GitProcess {
    let command = GitCommand(
      plumbing, operands: operands, gitDirectory: gitDirectory, workTree: workTree, index: index)
    return try GitProcess(
      command, executable: GitExecutable.find(in: searchPath), patience: patience,
      withInput: withInput)
  }
}

/// The hash that names the objects of a repository.
public enum ObjectFormat: String, Sendable, Hashable {
  /// 20 bytes.
  case sha1
  /// 32 bytes.
  case sha256
}
