import Findings
import Testing

@testable import Git

@Suite struct RevisionTests {
  let box: Sandbox
  init() throws {
    box = try Sandbox()
    try box.sh(
      """
      new r; mkdir -p a/b; echo one > a/b/f; echo x > top; ln -s top link; commit 2021-01-01 1
      git tag -a -m t v1; echo two > a/b/f; commit 2021-01-02 2
      git checkout -q -b side v1; echo side > s; commit 2021-01-03 3
      git checkout -q main; at 2021-01-04; git merge -q -m merge side
      """)
  }

  func range(_ text: String, in name: String = "r") throws -> [CommitRecord] {
    var commits: [CommitRecord] = []
    let walk = try box.open(name).commits(in: text) {
      commits.append($0)
      return true
    }
    #expect(walk.problems == [])
    #expect(walk.count == commits.count)
    return commits
  }

  @Test func `resolves what names a commit`() throws {
    let repository = try box.open("r")
    let main = try box.id("main", in: "r")
    #expect(try repository.resolve("main") == main)
    #expect(try repository.resolve("HEAD") == main)
    #expect(try repository.resolve(main.short) == main)
    #expect(try repository.resolve("v1") == box.id("v1^{commit}", in: "r"))
    #expect(try repository.resolve("main~1") == box.id("main~1", in: "r"))
  }

  @Test func `refuses what does not`() throws {
    let repository = try box.open("r")
    for revision in [
      "", "nothing", "--all", "-n1", "main\nHEAD", "main\0", "main:top", "main top", "..", "^main",
      String(repeating: "a", count: 40),
    ] {
      #expect(throws: GitError.badRevision(revision)) { try repository.resolve(revision) }
    }
  }

  @Test func `reads a file of a commit`() throws {
    let repository = try box.open("r")
    #expect(try repository.readBlob(at: "v1", path: Path("a/b/f")) == Array("one\n".utf8))
    #expect(try repository.readBlob(at: "main", path: Path("a/b/f")) == Array("two\n".utf8))
    for absent in ["a/b/g", "a/b", "a", "top/x", "link", "", "../top"] {
      #expect(try repository.readBlob(at: "main", path: Path(absent)) == nil, "\(absent)")
    }
    #expect(throws: GitError.unreadable(try box.id("main:top", in: "r"))) {
      try repository.readBlob(at: "main", path: Path("top"), limit: 1)
    }
  }

  @Test func `a range holds what one side reaches and the other does not`() throws {
    #expect(
      try range("main~1..main").map(\.id) == [
        try box.id("side", in: "r"), try box.id("main", in: "r"),
      ])
    #expect(try range("v1..side").flatMap(\.changes).map(\.path) == [Path("s")])
    #expect(try range("main..v1").isEmpty)
    #expect(try range("v1..").count == 3)
    #expect(try range("..side").isEmpty)
    #expect(try range(String(repeating: "0", count: 40) + "..main").count == 4)
  }

  @Test func `refuses what is no range`() throws {
    for text in ["main", "a...b", "a..b..c", "", "."] {
      #expect(throws: GitError.badRange(text)) { try range(text) }
    }
  }

  @Test func `refuses a range of unknown revisions`() throws {
    #expect(throws: GitError.badRevision("nothing")) { try range("nothing..main") }
    #expect(throws: GitError.badRevision("--all")) { try range("main..--all") }
  }

  @Test func `a range ends where a shallow history ends`() throws {
    try box.sh("git clone -q --depth 1 \"file://$PWD/r\" s; cd s; echo n > n; commit 2021-01-05 5")
    #expect(try range("HEAD~1..HEAD", in: "s").flatMap(\.changes).map(\.path) == [Path("n")])
    let all = try range("\(String(repeating: "0", count: 40))..HEAD", in: "s")
    #expect(all.count == 2)
    #expect(all.first?.changes.count == 4)
  }

  @Test func `old excluded commits do not slip into a range of younger dates`() throws {
    try box.sh(
      """
      new d; for i in $(seq 10 60); do
        s=$((i * 31557600)); echo "commit refs/heads/main"; echo "committer C <c@e> $s +0000"
        echo "data 0"; echo "M 100644 inline f"; echo "data 2"; echo $i
      done | git fast-import --quiet
      git checkout -q -b topic main~40; echo t > t; commit 2099-01-01 t
      """)
    #expect(try range("main..topic", in: "d").flatMap(\.changes).map(\.path) == [Path("t")])
  }

  @Test func `lists the files of a folder in a commit`() throws {
    let repository = try box.open("r")
    #expect(try repository.fileNames(at: "main", folder: Path("a/b")) == [Path("f")])
    #expect(try repository.fileNames(at: "main", folder: Path(""))?.contains(Path("top")) == true)
    #expect(try repository.fileNames(at: "main", folder: Path("top")) == nil)
    #expect(try repository.fileNames(at: "main", folder: Path("nosuch")) == nil)
    #expect(throws: GitError.badRevision("nosuch")) {
      try repository.fileNames(at: "nosuch", folder: Path(""))
    }
  }

  @Test func `lists HEAD's files`() throws {
    let tree = try #require(try box.open("r").headTree())
    #expect(tree.problems == [])
    #expect(tree.entries.map(\.path).sorted() == ["a/b/f", "link", "s", "top"].map { Path($0) })
    let missing = try box.id("main:a", in: "r")
    try box.sh("cd r; rm -f $(loose main:a)")
    let damaged = try #require(try box.open("r").headTree())
    #expect(damaged.problems == [.unreadable(missing)])
    #expect(damaged.entries.map(\.path).contains(Path("top")))
  }
}
