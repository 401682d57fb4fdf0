import Findings
import Testing

@testable import Git

@Suite struct GitProcessTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  @Test func `a machine without git gives a clear error`() throws {
    try box.sh("new r; commit 2021-01-01 one")
    var repository = try box.open("r")
    repository.searchPath = "/nonexistent:/proc"
    #expect(throws: GitError.missingGit) { try repository.objects() }
    #expect(GitError.missingGit.description.contains("/usr/bin"))
  }

  @Test func `a git that hangs is ended`() throws {
    try box.sh("new r; commit 2021-01-01 one; mkfifo pipe; git config include.path ../pipe")
    var repository = try box.open("r")
    repository.patience = 1
    #expect(throws: GitError.timedOut(command: "cat-file", seconds: 1)) {
      try repository.objects()
    }
  }

  @Test func `the configuration cannot read what is sent to git`() throws {
    try box.sh(
      """
      new r; echo x > f; commit 2021-01-01 one; git config include.path /proc/self/fd/0
      git config --add include.path /dev/stdin
      """)
    let repository = try box.open("r")
    let id = try #require(ObjectID(String(repeating: "a", count: 40)))
    var reader = BatchReader(repository)
    // From a pipe git would take the requests as settings, and answer nothing, successfully.
    let error = #expect(throws: GitError.self) { try reader.object(id) }
    guard case .failed = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a message repeats no value of the configuration`() throws {
    let value = "hunter" + "2-in-config"
    try box.sh(
      "new r; commit 2021-01-01 one; printf '[core]\\n\\tabbrev = \(value)\\n' >> .git/config")
    let error = #expect(throws: GitError.self) { try box.open("r").headTree() }
    let text = try #require(error?.description)
    #expect(text.contains("core.abbrev") || text.contains("'…'"))
    #expect(!text.contains(value))
    #expect(
      GitMessage.firstLine(Array("\n\u{1B}[31mbad 'a'b' c\nnext".utf8)) == "\\x1b[31mbad '…' c")
  }

  @Test func `the environment of the caller does not reach git`() {
    let command = GitCommand(
      ["cat-file"], gitDirectory: Path("/r/.git"), workTree: Path("/r"), index: .none)
    let names = command.environment.map {
      String(decoding: $0.prefix { $0 != 0x3D }, as: UTF8.self)
    }
    #expect(Set(names).count == names.count)
    for name in ["GIT_DIR", "GIT_TRACE", "GIT_CONFIG_COUNT", "GIT_OBJECT_DIRECTORY"] {
      #expect(!names.contains(name))
    }
  }
}
