import Findings
import Testing

@testable import Git

@Suite struct HistoryTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  @Test func `shows commits oldest first, with dates and changes`() throws {
    try box.sh(
      """
      new r; echo 1 > a; echo 1 > b; commit 2021-02-03 one
      GIT_AUTHOR_DATE='2019-05-05T00:00:00Z'; export GIT_AUTHOR_DATE
      echo 2 > a; git rm -q b; chmod +x a; git add -A
      GIT_COMMITTER_DATE='2022-01-01T00:00:00Z' git commit -q -m two
      """)
    let (commits, walk) = try history(box.open("r"))
    #expect(walk.problems == [])
    #expect(walk.boundary == [])
    #expect(walk.count == 2)
    try #require(commits.count == 2)
    #expect(commits[0].committerDate == Timestamp(year: 2021, month: 2, day: 3, hour: 12))
    #expect(commits[0].changes.map(\.path) == [Path("a"), Path("b")])
    #expect(commits[0].changes.map(\.old) == [[nil], [nil]])
    #expect(commits[1].authorDate == Timestamp(year: 2019, month: 5, day: 5))
    #expect(commits[1].committerDate == Timestamp(year: 2022, month: 1, day: 1))
    #expect(commits[1].parents == [commits[0].id])
    #expect(commits[1].changes.map(\.path) == [Path("a"), Path("b")])
    #expect(commits[1].changes.map { $0.new == nil } == [false, true])
    #expect(commits[1].changes[0].old == [commits[0].changes[0].new])
    #expect(commits[1].changes[0].mode.bits == 0o100755)
    let authors = try box.open("r").authors(of: [commits[0].id])
    #expect(authors[commits[0].id]?.name == Array("Ann".utf8))
    #expect(authors[commits[0].id]?.email == Array("ann@example.org".utf8))
  }

  @Test func `finds what only a merge holds, and octopus merges`() throws {
    try box.sh(
      """
      new r; echo 1 > a; commit 2021-01-01 one
      for b in x y; do git checkout -q -b $b main; echo $b > $b; commit 2021-01-02 $b; done
      git checkout -q main; at 2021-01-03; git merge -q --no-commit --no-ff x y
      echo only-here > evil; git add evil; git commit -q -m octopus
      git checkout -q -b z x; echo z > z; commit 2021-01-04 z
      git checkout -q main; at 2021-01-05; git merge -q -m empty z
      """)
    let (commits, walk) = try history(box.open("r"))
    #expect(walk.problems == [])
    #expect(commits.count == 6)
    let octopus = try #require(commits.first { $0.parents.count == 3 })
    #expect(octopus.changes.map(\.path) == [Path("evil")])
    #expect(octopus.changes[0].old == [nil, nil, nil])
    #expect(commits.last?.parents.count == 2)
    #expect(commits.last?.changes == [])
    #expect(try contents(box.open("r"), commits).contains("only-here\n"))
  }

  @Test func `parents come before children whatever the dates say`() throws {
    try box.sh(
      """
      new r; echo 1 > a; commit 2023-01-01 one; echo 2 > a; commit 2001-01-01 two
      echo 3 > a; commit 2022-01-01 three
      """)
    let commits = try history(box.open("r")).commits
    #expect(commits.map(\.parents.first) == [nil, commits[0].id, commits[1].id])
  }

  @Test func `all refs, a detached HEAD, linked worktrees and every stash are walked`() throws {
    try box.sh(
      """
      new r; echo 0 > f; commit 2021-01-01 one
      git checkout -q -b side; echo branch > f; commit 2021-01-02 b
      git checkout -q --detach main; echo tagged > f; commit 2021-01-03 t; git tag -a -m x v1
      git tag -a -m y v2 v1; git tag -d v1 >/dev/null; git tag blob main:f
      git checkout -q main; echo stash1 > f; at 2021-01-04; git stash -q
      echo stash2 > f; at 2021-01-05; git stash -q
      git worktree add -q --detach ../w; cd ../w; echo linked > f; commit 2021-01-06 w; cd ../r
      git checkout -q --detach; echo detached > f; commit 2021-01-07 d
      git checkout -q --detach main; echo dangling > f; commit 2021-01-08 g
      git checkout -q --detach HEAD@{2}
      """)
    let (commits, walk) = try history(box.open("r"))
    #expect(walk.problems == [])
    let texts = try contents(box.open("r"), commits)
    for text in ["0", "branch", "tagged", "stash1", "stash2", "linked", "detached"] {
      #expect(texts.contains(text + "\n"), "\(text)")
    }
    #expect(!texts.contains("dangling\n"))
    #expect(try history(box.open("w")).commits.count == commits.count)
    #expect(try box.open("r").objects().commits.count == commits.count + 1)
  }

  @Test func `an empty repository has no commits`() throws {
    try box.sh("new r; git init -q --bare ../b")
    #expect(try history(box.open("r")).commits.isEmpty)
    #expect(try history(box.open("b")).commits.isEmpty)
    #expect(try box.open("r").headCommit() == nil)
  }

  @Test func `a SHA-256 repository is walked`() throws {
    try box.sh(
      """
      new --object-format=sha256 r; echo 1 > a; commit 2021-01-01 one; echo 2 > a
      commit 2021-01-02 two; cd ..; git clone -q --depth 1 "file://$PWD/r" s
      """)
    let commits = try history(box.open("r")).commits
    #expect(commits.count == 2)
    #expect(commits.last?.id.bytes.count == 32)
    #expect(try history(box.open("s")).commits.first?.changes.count == 1)
  }

  @Test func `names of any bytes come through`() throws {
    try box.sh(
      #"""
      new r; echo 1 > "$(printf 'caf\351\n:x')"; commit 2021-01-01 one
      """#)
    let commits = try history(box.open("r")).commits
    #expect(
      commits.first?.changes.map(\.path.bytes) == [Array("caf".utf8) + [0xE9] + Array("\n:x".utf8)])
  }

  @Test func `the visitor can stop`() throws {
    try box.sh("new r; for i in 1 2 3; do echo $i > a; commit 2021-01-0$i $i; done")
    let repository = try box.open("r")
    var count = 0
    _ = try repository.commits(of: try ObjectStore(repository)) { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }
}
