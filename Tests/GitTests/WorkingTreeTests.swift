import Findings
import Testing

@testable import Git

@Suite struct WorkingTreeTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  @Test func `tells tracked, untracked, ignored, submodules and nested repositories apart`() throws
  {
    try box.sh(
      #"""
      (new lib; echo x > f; commit 2021-01-01 one)
      new r; git submodule --quiet add ../lib lib; echo '*.log' > .gitignore; echo t > tracked
      commit 2021-01-02 two
      echo private >> .git/info/exclude; echo hidden > ../ignore
      git config core.excludesFile "$PWD/../ignore"; git config core.ignoreCase true
      echo u > untracked; echo l > a.log; echo p > private; echo h > hidden; echo T > TRACKED
      echo n > "$(printf 'new\nline')"; (new nested; echo x > f); rm tracked
      """#)
    let tree = try #require(try box.open("r").workingTree())
    #expect(tree.tracked.map(\.path) == [Path(".gitignore"), Path(".gitmodules"), Path("tracked")])
    #expect(
      tree.untracked.sorted()
        == [Path("TRACKED"), Path("hidden"), Path("new\nline"), Path("untracked")])
    #expect(tree.submodules == [Path("lib")])
    #expect(tree.nestedRepositories == [Path("nested")])
    #expect(tree.problems == [])
  }

  @Test func `core.worktree leads nowhere`() throws {
    try box.sh(
      """
      new r; echo x > f; commit 2021-01-01 one; echo y > g
      git config core.worktree /etc
      """)
    let repository = try box.open("r")
    #expect(repository.workTree == box.path("r"))
    let tree = try #require(try repository.workingTree())
    #expect(tree.tracked.map(\.path) == [Path("f")])
    #expect(tree.untracked == [Path("g")])
    try box.sh("git config -f r/.git/config core.worktree /nonexistent/place")
    #expect(try repository.workingTree()?.untracked == [Path("g")])
    #expect(try history(repository).commits.count == 1)
  }

  @Test func `core.bare hides no working tree`() throws {
    try box.sh("new r; echo x > f; commit 2021-01-01 one; git config core.bare true; echo y > g")
    #expect(try box.open("r").workingTree()?.untracked == [Path("g")])
  }

  @Test func `a bare repository has none`() throws {
    try box.sh("git init -q --bare b")
    #expect(try box.open("b").workingTree() == nil)
    #expect(try box.open("b").indexEntries().isEmpty)
  }
}
