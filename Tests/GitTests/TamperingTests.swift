import Findings
import Testing

@testable import Git

/// What git itself would believe.
@Suite struct TamperingTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  static let three = """
    new r; echo planted > f; commit 2021-01-01 1; echo clean > f; commit 2021-01-02 2
    echo other > g; commit 2021-01-03 3

    """

  @Test func `an untouched repository has no problem`() throws {
    try box.sh(Self.three)
    #expect(try box.open("r").historyState() == HistoryState())
  }

  @Test func `a shallow clone is known and walked`() throws {
    try box.sh(Self.three + "cd ..; git clone -q --depth 2 \"file://$PWD/r\" s")
    let repository = try box.open("s")
    let state = try repository.historyState()
    #expect(state.isShallow && state.isTruncated && !state.isPartial)
    #expect(state.problems == [])
    let (commits, walk) = try history(repository)
    #expect(commits.count == 2)
    #expect(walk.problems == [])
    #expect(walk.boundary == [commits[0].id])
    #expect(commits[0].changes.map(\.path) == [Path("f")])
    #expect(commits[1].changes.map(\.path) == [Path("g")])
  }

  @Test(arguments: [
    "git rev-parse main > .git/shallow",
    "mkdir -p .git/info; echo $(git rev-parse main) > .git/info/grafts",
    "git replace $(git rev-parse main) $(git commit-tree -m x main^{tree})",
    "git replace $(git rev-parse main~2:f) $(git rev-parse main:g)",
    """
    git replace main $(git commit-tree -m x main^{tree}) >/dev/null 2>&1
    git config core.commitGraph true
    git -c core.commitGraph=true -c core.useReplaceRefs=false commit-graph write --reachable
    git update-ref -d refs/replace/$(git rev-parse main)
    """,
    "git config log.showRoot false",
    "git config core.bigFileThreshold 1",
    "echo '* -diff' > .gitattributes; mkdir -p .git/info; echo '* -diff' > .git/info/attributes",
  ])
  func `the whole history is seen`(tampering: String) throws {
    try box.sh(Self.three + tampering)
    let (commits, walk) = try history(box.open("r"))
    #expect(walk.problems == [])
    #expect(commits.count >= 3)
    let root = commits.first { $0.parents.isEmpty && $0.changes.map(\.path) == [Path("f")] }
    #expect(root != nil)
    #expect(try contents(box.open("r"), commits).contains("planted\n"))
  }

  @Test func `a forged commit-graph hides nothing`() throws {
    // A graph of a history in which main has no parent, laid over the real one.
    try box.sh(
      Self.three + """
        h=$(git rev-parse main); cp -r .git ../forge
        t=$(git rev-parse main^{tree}); cd ../forge; f=objects/$(echo $h | sed 's/../&\\//')
        n=$(git --git-dir=. commit-tree -m x $t); cat objects/$(echo $n | sed 's/../&\\//') > ../orphan
        chmod u+w $f; cat ../orphan > $f
        git --git-dir=. commit-graph write --reachable; cd ../r
        mkdir -p .git/objects/info; cp ../forge/objects/info/commit-graph .git/objects/info/
        """)
    // The trap works: git believes it.
    #expect(try box.sh("git -C r rev-list --count main") == "1")
    let repository = try box.open("r")
    #expect(try history(repository).commits.count == 3)
    var ranged = 0
    _ = try repository.commits(in: "\(String(repeating: "0", count: 40))..main") { _ in
      ranged += 1
      return true
    }
    #expect(ranged == 3)
  }

  @Test func `each lie is named`() throws {
    try box.sh(
      Self.three
        + """
        git rev-parse main > .git/shallow
        mkdir -p .git/info; git rev-parse main > .git/info/grafts
        GIT_SHALLOW_FILE=/dev/null GIT_GRAFT_FILE=/dev/null git replace main~2:f main:g
        p=$(printf 'x' | git hash-object -w --stdin | git pack-objects -q .git/objects/pack/pack)
        rm -f .git/objects/pack/pack-$p.idx
        """.replacing(" main~2:f main:g", with: " $(git ls-tree main f | cut -c13-52) HEAD:g"))
    let state = try box.open("r").historyState()
    #expect(!state.isTruncated)
    #expect(state.problems.filter(\.isTampering).count == 3)
    #expect(state.problems.contains(.hiddenParents([try box.id("main", in: "r")])))
    #expect(state.problems.contains(.grafts))
    #expect(state.problems.contains(.replacedObjects(1)))
    #expect(
      state.problems.contains {
        if case .packWithoutIndex(let path) = $0 { path.hasSuffix(".pack") } else { false }
      })
  }

  @Test func `a partial clone is known, and its missing blobs are missing`() throws {
    try box.sh(
      Self.three
        + """
        git config uploadpack.allowFilter true; cd ..
        git clone -q --no-checkout --filter=blob:none "file://$PWD/r" p
        """)
    let repository = try box.open("p")
    let state = try repository.historyState()
    #expect(state.isPartial && state.isTruncated && !state.isShallow)
    let (commits, walk) = try history(repository)
    #expect(commits.count == 3)
    #expect(walk.problems == [])
    var reader = BatchReader(repository)
    let blob = try box.id("main:f", in: "r")
    let tree = try box.id("main^{tree}", in: "r")
    let other = try box.id("main:g", in: "r")
    let answers = try readAll(&reader, [blob, tree, other])
    #expect(answers[blob]?.last == .missing)
    #expect(answers[tree]?.last == .whole(.tree))
    #expect(answers[other]?.last == .missing)
    #expect(reader.takeComplaints() == [])
  }
}
