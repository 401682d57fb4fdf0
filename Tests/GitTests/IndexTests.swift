import Findings
import Testing

@testable import Git

@Suite struct IndexTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  /// A repository whose `f` is in conflict.
  static let conflict = """
    new r; echo base > f; commit 2021-01-01 one
    git checkout -q -b side; echo theirs > f; commit 2021-01-02 two
    git checkout -q main; echo ours > f; commit 2021-01-03 three
    git merge -q side >/dev/null || true
    """

  @Test func `lists entries with any name`() throws {
    try box.sh(
      #"""
      new r; mkdir d; echo 1 > "$(printf 'caf\351')"; echo 2 > "$(printf 'a\nb')"
      echo 3 > ' -rf'; echo 4 > 'd/"q'; ln -s f link; git add -A
      """#)
    let entries = try box.open("r").indexEntries()
    #expect(
      Set(entries.map(\.path.bytes)) == [
        Array("caf".utf8) + [0xE9], Array("a\nb".utf8), Array(" -rf".utf8), Array("d/\"q".utf8),
        Array("link".utf8),
      ])
    #expect(entries.filter(\.mode.isSymbolicLink).map(\.path) == [Path("link")])
    #expect(entries.allSatisfy { $0.stage == 0 })
  }

  @Test func `gives the stages of a conflict`() throws {
    try box.sh(Self.conflict)
    let repository = try box.open("r")
    #expect(try repository.indexEntries().map(\.stage) == [1, 2, 3])
    #expect(try repository.stagedChanges().map(\.stage) == [1, 2, 3])
    #expect(try repository.workingTree()?.tracked.map(\.path) == [Path("f")])
  }

  @Test func `staged are the entries that differ from HEAD`() throws {
    try box.sh(
      """
      new r; for f in same edited typed mode gone; do echo $f > $f; done; commit 2021-01-01 one
      echo new > edited; rm typed; ln -s x typed; chmod +x mode; git rm -q gone
      echo added > added; git add -A; echo unstaged > same; echo later > edited
      """)
    let repository = try box.open("r")
    let staged = try repository.stagedChanges()
    #expect(staged.map(\.path) == [Path("added"), Path("edited"), Path("typed")])
    var reader = BatchReader(repository)
    #expect(try reader.object(staged[1].id)?.bytes == Array("new\n".utf8))
  }

  @Test func `staged is what a comparison with all of HEAD says`() throws {
    try box.sh(
      """
      new r
      for d in a a/b a/b/c a-b a.b a0 z/y/x/w; do
        mkdir -p $d; for f in 1 2 3; do echo $d$f > $d/f$f; done
      done
      commit 2021-01-01 one
      """)
    let repository = try box.open("r")
    let before = IndexTrees(try repository.indexEntries())
    var reader = BatchReader(repository)
    #expect(before.top.id == (try reader.describe(Array("HEAD^{tree}".utf8)))?.id)
    #expect(before.directories.count == 11)
    #expect(try repository.stagedChanges().isEmpty)

    try box.sh(
      """
      cd r; echo x > a/b/c/f2; rm -r a-b; mkdir -p a/new/deep; echo n > a/new/deep/f
      rm a.b/f1; mkdir a.b/f1; echo q > a.b/f1/q; chmod +x a0/f1
      rm -r z/y; echo file > z/y; git add -A
      """)
    let entries = try repository.indexEntries()
    let committed = try repository.headTree()?.entries ?? []
    let old = Dictionary(uniqueKeysWithValues: committed.map { ($0.path, $0.id) })
    let staged = try repository.stagedChanges()
    #expect(staged == entries.filter { old[$0.path] != $0.id })
    #expect(
      staged.map(\.path.description) == ["a.b/f1/q", "a/b/c/f2", "a/new/deep/f", "z/y"])
  }

  @Test func `an index in a wrong order hides nothing`() throws {
    try box.sh("new r; mkdir a b; echo 1 > a/f; echo 2 > b/f; echo 3 > a/g; commit 2021-01-01 one")
    let entries = try box.open("r").indexEntries()
    let sorted = IndexTrees(entries)
    let mixed = IndexTrees([entries[0], entries[2], entries[1]])
    #expect(sorted.top.id != mixed.top.id)
    #expect(mixed.directories.count == 4)
  }

  @Test func `with an unborn HEAD everything is staged`() throws {
    try box.sh("new r; echo x > f; git add f")
    #expect(try box.open("r").stagedChanges().map(\.path) == [Path("f")])
    try box.sh("new empty")
    #expect(try box.open("empty").stagedChanges().isEmpty)
    #expect(try box.open("empty").headTree() == nil)
  }

  @Test func `with a damaged HEAD everything is staged`() throws {
    try box.sh("new r; echo x > f; commit 2021-01-01 one; rm -f $(loose main)")
    let repository = try box.open("r")
    #expect(try repository.stagedChanges().map(\.path) == [Path("f")])
    #expect(try repository.headTree()?.problems.isEmpty == false)
  }

  @Test func `another index counts only inside the git directory`() throws {
    try box.sh(
      """
      new r; echo x > f; commit 2021-01-01 one; echo y > g
      cp .git/index .git/next-index-1.lock; GIT_INDEX_FILE=.git/next-index-1.lock git add g
      cp .git/next-index-1.lock ../outside; ln -s ../../outside .git/link
      """)
    let repository = try box.open("r")
    #expect(try repository.stagedChanges().isEmpty)
    let inside = try repository.stagedChanges(indexFile: Path(".git/next-index-1.lock"))
    #expect(inside.map(\.path) == [Path("g")])
    for outside in ["../outside", ".git/link", ".git/nothing", ".git", "/dev/null"] {
      #expect(throws: GitError.refused(.indexOutside, Path(outside))) {
        try repository.stagedChanges(indexFile: Path(outside))
      }
    }
  }

  @Test func `a damaged index is an error`() throws {
    try box.sh("new r; echo x > f; commit 2021-01-01 one; echo junk > .git/index")
    #expect(throws: GitError.self) { try box.open("r").indexEntries() }
    // Objects are read all the same.
    #expect(try history(box.open("r")).commits.count == 1)
  }

  @Test func `a pathspec in the name of a file is a name`() throws {
    try box.sh("new r; echo x > ':(exclude)f'; commit 2021-01-01 one")
    #expect(try box.open("r").headTree()?.entries.map(\.path) == [Path(":(exclude)f")])
  }
}
