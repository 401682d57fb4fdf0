import Findings
import Testing

@testable import Git

@Suite struct BrokenHistoryTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  static let three = """
    new r; mkdir d; for i in 1 2 3; do echo $i > d/f; commit 2021-01-0$i $i; done
    chmod -R u+w .git/objects

    """

  @Test func `a missing HEAD commit costs only itself`() throws {
    try box.sh(Self.three + "git branch old main~1; rm $(loose main)")
    let (commits, walk) = try history(box.open("r"))
    #expect(commits.count == 2)
    #expect(walk.problems.contains(.brokenReference(Path("HEAD"))))
    #expect(walk.problems.contains(.brokenReference(Path("refs/heads/main"))))
  }

  @Test func `a missing commit in the middle cuts the history and is said`() throws {
    try box.sh(Self.three)
    let missing = try box.id("main~1", in: "r")
    try box.sh("cd r; rm $(loose main~1)")
    let (commits, walk) = try history(box.open("r"))
    #expect(commits.count == 1)
    #expect(commits.first?.lacksParent == true)
    #expect(commits.first?.changes.count == 1)
    #expect(walk.problems.contains(.unreadable(missing)))
    #expect(walk.boundary == commits.map(\.id))
  }

  @Test(arguments: ["rm $(loose main~1:d)", "echo junk > $(loose main~1^{tree})"])
  func `a damaged tree costs the changes of its commits`(damage: String) throws {
    try box.sh(Self.three + damage)
    let middle = try box.id("main~1", in: "r")
    let (commits, walk) = try history(box.open("r"))
    #expect(commits.count == 3)
    #expect(commits[0].changes.count == 1)
    #expect(commits[1].changes.isEmpty)
    #expect(walk.problems.contains(.unreadChanges(middle)))
  }

  @Test func `a merge without one of its parents is compared with the other`() throws {
    try box.sh(
      """
      new r; echo 1 > a; commit 2021-01-01 one; git checkout -q -b side; echo s > s
      commit 2021-01-02 two; git checkout -q main; echo 2 > a; commit 2021-01-03 three
      at 2021-01-04; git merge -q -m merge side; rm -f $(loose side); git branch -q -D side || true
      """)
    let (commits, walk) = try history(box.open("r"))
    #expect(commits.count == 3)
    #expect(commits.last?.changes.map(\.path) == [Path("s")])
    #expect(!walk.problems.isEmpty)
  }

  @Test func `commits that name each other do not hang the walk`() throws {
    // An object's name is not checked by git's reader, so a ring can be forged.
    try box.sh(
      """
      new r; echo 1 > a; commit 2021-01-01 one; echo 2 > a; commit 2021-01-02 two
      t=$(git rev-parse main^{tree})
      forged=$(git commit-tree -p main -m ring $t); f=$(loose $forged); o=$(loose main~1)
      chmod u+w $o; cat $f > $o
      """)
    let (commits, _) = try history(box.open("r"))
    #expect(commits.count == 2)
  }

  @Test func `many damaged commits end in a number, not in a long wait`() throws {
    try box.sh(
      """
      new r; for i in $(seq 8); do
        t=$(printf '100644 blob %040d\\tf\\n' $i | git mktree --missing)
        p=$(git commit-tree ${p:+-p $p} -m $i $t); rm -f $(loose $t)
      done; git update-ref refs/heads/main $p
      """)
    var repository = try box.open("r")
    repository.mostFailures = 4
    let (commits, walk) = try history(repository)
    #expect(commits.count == 8)
    #expect(commits.allSatisfy { $0.changes.isEmpty })
    #expect(walk.problems.contains(.abandonedChanges(4)))
  }

  @Test func `a tree of too many files costs only its own commit`() throws {
    try box.sh(
      """
      new r; echo 1 > a; commit 2021-01-01 one
      t=$(git rev-parse main^{tree})
      for i in 1 2 3 4; do
        t=$(for n in a b c d e f g h; do printf "040000 tree $t\\t$n\\n"; done | git mktree)
      done
      at 2021-01-02; bomb=$(git commit-tree -p main -m bomb $t)
      at 2021-01-03; git update-ref HEAD $(git commit-tree -p $bomb -m three main^{tree})
      """)
    var repository = try box.open("r")
    #expect(try history(repository).commits[1].changes.count == 4097)
    repository.mostFiles = 1000
    let (commits, walk) = try history(repository)
    #expect(commits.map(\.changes.isEmpty) == [false, true, true])
    #expect(walk.problems.count == 2)
    try box.sh("git -C r update-ref HEAD main~1")
    #expect(try repository.headTree()?.problems == [.tooManyFiles(1000)])
  }
}
