import Findings
import Testing

@testable import Git

/// What stands beside the tracked files: git is asked where there may be anything, and only there.
@Suite struct IndexedDirectoriesTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  private static let tree = """
    (new lib; echo x > f; commit 2021-01-01 one)
    new r; git submodule --quiet add ../lib lib
    mkdir -p a/b/c a.b a-b z; ln -s a link
    for f in a/b/c/f a/b/f a/f a.b/f a-b/f a0 z/f; do echo $f > $f; done
    commit 2021-01-02 two
    """

  /// The same repository, for which no git is found.
  private func withoutGit(_ repository: Repository) -> Repository {
    var repository = repository
    repository.searchPath = "/nonexistent"
    return repository
  }

  @Test func `a tree that holds nothing else needs no git`() throws {
    try box.sh(Self.tree)
    try box.sh("cd r; rm a/f; mkfifo pipe; rm -r z")
    let repository = try box.open("r")
    var seen: [String] = []
    let tree = try withoutGit(repository).workingTree(where: nil) { file, isReal in
      if isReal { seen.append(file.path.description) }
    }
    #expect(tree?.untracked == [] && tree?.submodules == [Path("lib")])
    #expect(
      seen == [".gitmodules", "a-b/f", "a.b/f", "a/b/c/f", "a/b/f", "a/f", "a0", "link"])
    #expect(tree?.tracked.count == seen.count + 1)
  }

  @Test(arguments: [
    "echo u > u", "echo u > a/b/c/u", "mkdir -p a/n/m; echo u > a/n/m/u", "mkdir empty",
    "ln -s /etc a/etc", "rm a0; mkdir a0; echo u > a0/u", "rm -r z; echo u > z",
    "rm -r a/b; ln -s ../z a/b", "rm link; mkdir link; echo u > link/u",
    "(cd a; git init -q n; echo u > n/u)", "mkdir .GIT; echo u > .GIT/u",
    "echo '*.log' > .gitignore; echo l > a/x.log", "git rm -q --cached a/b/f",
    "mkdir a/b/c/f.d; echo u > a/b/c/f.d/u", "echo u > a.", "echo u > a/b/c/f-", "echo u > A0",
  ])
  func `what git would tell is told`(change: String) throws {
    try box.sh(Self.tree)
    try box.sh("cd r; \(change)")
    let repository = try box.open("r")
    let tree = try #require(try repository.workingTree())
    #expect(throws: GitError.self) { try withoutGit(repository).workingTree() }
    // With a configuration that only git reads.
    try box.sh("cd r; git config core.note '\"quoted\"'")
    #expect(repository.ownIndex() == nil)
    let told = try #require(try repository.workingTree())
    #expect(tree.tracked == told.tracked && tree.submodules == told.submodules)
    #expect(tree.untracked.sorted() == told.untracked.sorted())
    #expect(tree.nestedRepositories == told.nestedRepositories)
  }

  @Test func `beside an empty index all is untracked`() throws {
    try box.sh("new r; echo x > f; git add f; git rm -q --cached f")
    let repository = try box.open("r")
    #expect(repository.ownIndex() == [])
    #expect(try repository.workingTree()?.untracked == [Path("f")])
    try box.sh("rm r/f")
    #expect(try withoutGit(repository).workingTree()?.untracked == [])
  }

  @Test func `a link in place of a directory leads nowhere`() throws {
    try box.sh(Self.tree)
    try box.sh("cd r; rm -r a/b; ln -s ../z a/b")
    var real: [String: Bool] = [:]
    _ = try box.open("r").workingTree(where: nil) { real[$0.path.description] = $1 }
    #expect(real["a/b/c/f"] == false && real["a/b/f"] == false && real["a/f"] == true)
  }

  @Test func `a part of a tree is git's to tell`() throws {
    try box.sh(Self.tree)
    try box.sh("cd r; mkdir new; echo u > new/u")
    let repository = try box.open("r")
    let tree = try repository.workingTree(where: { $0.bytes.starts(with: "new/".utf8) })
    #expect(tree?.untracked == [Path("new/u")])
  }
}
