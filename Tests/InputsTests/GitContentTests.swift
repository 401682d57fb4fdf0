import Findings
import Git
import Testing

@testable import Inputs

/// What git keeps: the index, ranges, histories.
struct GitContentTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func stagedIsTheIndexAndNotTheFiles() throws {
    try sandbox.sh(
      """
      new r; mkdir sub; echo one > a; echo same > same; echo gone > gone; echo s > sub/s
      commit 2020-01-02 one
      echo two > a; echo new > sub/new; ln -s a link; git rm -q --cached gone
      chmod +x same; git add -A a sub link same
      echo three > a; echo untracked > u
      """)
    let seen = try read([sandbox.path("r")], .staged)
    #expect(seen.texts == ["a": "two\n", "sub/new": "new\n"])
    #expect(seen.documents.allSatisfy { $0.origin.source == .index && $0.origin.blob != nil })
    #expect(seen.notes == [] && seen.coverage.files == 2 && seen.coverage.blobs == 0)
    #expect(try read([sandbox.path("r/sub")], .staged).paths == ["sub/new"])
    // A file is a part of the repository, too; not what stands on the disk.
    #expect(try read([sandbox.path("r/a")], .staged).texts == ["a": "two\n"])
    #expect(try read(["r/a", "r", "r/sub"].map(sandbox.path), .staged).paths == ["a", "sub/new"])
  }

  @Test func stagedBeforeTheFirstCommit() throws {
    try sandbox.sh("new r; echo a > a; echo b > b; git add a")
    #expect(try read([sandbox.path("r")], .staged).texts == ["a": "a\n"])
  }

  @Test func stagedOfAConflictIsAllItsSides() throws {
    try sandbox.sh(
      """
      new r; echo base > f; commit 2020-01-02 base
      git switch -qc other; echo theirs > f; commit 2020-01-03 theirs
      git switch -q main; echo ours > f; commit 2020-01-04 ours
      git merge -q other > /dev/null || true
      """)
    let seen = try read([sandbox.path("r")], .staged)
    #expect(seen.paths == ["f", "f", "f"])
    #expect(
      Set(seen.documents.map { String(decoding: $0.bytes, as: UTF8.self) })
        == ["base\n", "ours\n", "theirs\n"])
  }

  @Test func theSameContentAtTwoPathsIsTwoEntries() throws {
    try sandbox.sh("new r; echo same > a; echo same > b; git add -A")
    #expect(try read([sandbox.path("r")], .staged).texts == ["a": "same\n", "b": "same\n"])
  }

  @Test func theIndexOfAHookIsHonoured() throws {
    try sandbox.sh(
      """
      new r; echo a > a; echo b > b; git add a; cp .git/index .git/next
      GIT_INDEX_FILE=.git/next git add b; cp .git/next ../outside
      """)
    let seen = try read([sandbox.path("r")], .staged) { $0.indexFile = Path(".git/next") }
    #expect(seen.paths == ["a", "b"])
    #expect(throws: InputError.self) {
      try read([sandbox.path("r")], .staged) { $0.indexFile = sandbox.path("outside") }
    }
  }

  @Test func aRangeIsWhatItsCommitsAdd() throws {
    try sandbox.sh(
      """
      new r; echo one > a; echo s > s; commit 2020-01-02 one
      echo two > a; commit 2020-01-03 two
      echo three > a; mkdir d; echo d > d/d; rm s; commit 2020-01-04 three
      """)
    let seen = try read([sandbox.path("r")], .range("HEAD~2..HEAD"))
    #expect(seen.paths == ["a", "a", "d/d"])
    #expect(
      Set(seen.documents.map { String(decoding: $0.bytes, as: UTF8.self) })
        == ["two\n", "three\n", "d\n"])
    #expect(seen.documents.allSatisfy { $0.origin.source == .history && $0.origin.blob != nil })
    #expect(seen.coverage.blobs == 3 && seen.coverage.files == 0)
    #expect(try read([sandbox.path("r/d")], .range("HEAD~2..")).paths == ["d/d"])
    for range in ["HEAD~9..HEAD", "nothing", "HEAD...HEAD~1", "--all..HEAD"] {
      #expect(throws: InputError.self) { try read([sandbox.path("r")], .range(range)) }
    }
  }

  @Test func aHistoryIsEveryBlobOnce() throws {
    try sandbox.sh(
      """
      new r; echo one > a; echo one > copy; commit 2020-01-02 one
      git switch -qc side; mkdir d; echo side > d/side; commit 2020-01-03 side
      git switch -q main; echo two > a; commit 2020-01-04 two
      git merge -q --no-commit side > /dev/null; echo merged > evil; commit 2020-01-05 merge
      git branch -qD side
      echo stashed > a; git stash -q; echo lost > lost; git add lost; git rm -qf lost
      """)
    let seen = try read([sandbox.path("r")], .history)
    #expect(
      seen.documents.map { String(decoding: $0.bytes, as: UTF8.self) }.sorted()
        == ["lost\n", "merged\n", "one\n", "side\n", "stashed\n", "two\n"])
    #expect(seen.coverage.blobs == 6 && seen.notes == [])
    let lost = try #require(seen.documents.first { $0.bytes == Array("lost\n".utf8) })
    #expect(lost.origin.path.description.hasPrefix("unreachable/"))
    #expect(seen.texts["evil"] == "merged\n")
    // Of a part of the tree, what commits put there.
    #expect(try read([sandbox.path("r/d")], .history).paths == ["d/side"])
    #expect(try read(["r/d", "r", "r/d/side"].map(sandbox.path), .history).coverage.blobs == 6)
  }

  @Test func aPartOfAHistoryHoldsWhatWasMovedThere() throws {
    try sandbox.sh(
      """
      new r; mkdir old new; echo moved > old/f; echo stays > old/g; commit 2020-01-02 one
      git mv old/f new/f; commit 2020-01-03 two
      echo changed > new/f; echo never > untracked
      """)
    #expect(try read([sandbox.path("r/new")], .history).texts == ["new/f": "moved\n"])
    let both = try read([sandbox.path("r/old"), sandbox.path("r/new")], .history)
    #expect(both.texts == ["old/f": "moved\n", "old/g": "stays\n"] && both.notes == [])
    let none = try read([sandbox.path("r/new"), sandbox.path("r/untracked")], .history)
    #expect(none.paths == ["new/f", "untracked"] && none.notes == ["information untracked"])
  }

  /// A folder of build logs that the repository ignores has files, and no history.
  @Test func whatNoCommitHoldsIsReadAsItIs() throws {
    try sandbox.sh(
      """
      new r; echo out/ > .gitignore; echo a > a; commit 2020-01-02 one
      mkdir -p out/logs; echo printed > out/logs/1.log
      """)
    let seen = try read([sandbox.path("r/out"), sandbox.path("r/a")], .history)
    #expect(seen.texts == ["a": "a\n", "out/logs/1.log": "printed\n"])
    #expect(seen.notes == ["information out"])
    #expect(
      seen.documents.map(\.origin.source).sorted { $0.rawValue < $1.rawValue } == [.file, .history])
    // What was asked for as a whole is its history.
    #expect(try read([sandbox.path("r")], .history).paths == [".gitignore", "a"])
  }

  @Test func whatIsMissingOrDamagedIsToldAndTheRestIsRead() throws {
    try sandbox.sh(
      """
      new r; echo one > a; echo two > b; echo three > c; git add -A
      damage() { f=.git/objects/$(git rev-parse :$1 | sed 's|..|&/|'); chmod +w $f; $2 $f; }
      damage a 'rm -f'; damage b 'truncate -s 9'
      """)
    let seen = try read([sandbox.path("r")], .staged)
    #expect(seen.texts["c"] == "three\n")
    #expect(seen.notes.contains("missing-object a !"))
    #expect(seen.notes.contains("damaged b !"))
  }

  @Test func stagedAndRangesNeedARepository() throws {
    try sandbox.sh("mkdir d; echo a > d/a")
    for mode in [InputRequest.Mode.staged, .range("A..B")] {
      for name in ["d", "d/a"] {
        #expect(throws: InputError.self) { try read([sandbox.path(name)], mode) }
      }
    }
    // Logs beside a history are read as they are.
    #expect(try read([sandbox.path("d")], .history).paths == ["a"])
  }
}
