import Findings
import Testing

@testable import Git

/// What commits changed, held against what `git diff-tree -r -c --root` says.
@Suite struct TreeComparisonTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  static let story = """
    new r; mkdir -p d/e; echo 1 > a; echo 1 > a.b; echo 1 > d/f; echo 1 > d/e/g; ln -s a l
    commit 2021-01-01 one
    rm a; mkdir a; echo in > a/x; chmod +x d/f; commit 2021-01-02 'file to folder, mode'
    rm -r a; echo 2 > a; rm l; echo plain > l; commit 2021-01-03 'folder to file, link to file'
    git mv d/e d/h; commit 2021-01-04 moved
    git checkout -q -b side; echo side > s; echo side > both; commit 2021-01-05 side
    git checkout -q main; echo main > m; echo main > both; rm d/f; commit 2021-01-06 main
    at 2021-01-07; git merge -q side -m merge || true; echo evil > evil; echo mixed > both
    git add -A; git commit -q -m 'merge with a conflict and a file of its own'
    git checkout -q -b x HEAD~1; echo x > x; commit 2021-01-08 x
    git checkout -q -b y main; echo y > y; commit 2021-01-09 y
    git checkout -q main; at 2021-01-10; git merge -q x y -m octopus
    git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),sub; git commit -q -m sub
    git rm -q --cached sub; git commit -q -m 'no sub'
    git commit -q --allow-empty -m empty

    """

  @Test(arguments: ["sha1", "sha256"], ["", "git repack -qadf --depth=50"])
  func `are those that git finds`(format: String, repack: String) throws {
    let script = Self.story.replacing("new r;", with: "new --object-format=\(format) r;")
    try box.sh(script + repack)
    let (commits, walk) = try history(box.open("r"))
    #expect(walk.problems == [])
    #expect(commits.count == 13)
    for commit in commits {
      let expected = try box.sh(
        "cd r; git diff-tree -r -c --root --no-renames --no-abbrev --no-commit-id --raw \(commit.id)"
      )
      #expect(commit.changes.map(raw).sorted() == lines(expected).sorted())
    }
  }

  @Test func `what a merge takes over is all else in which it differs from its first parent`()
    throws
  {
    try box.sh(
      """
      new r; mkdir d e k; echo 1 > a; echo 1 > d/f; echo 1 > d/g; echo 1 > e/h; echo 1 > k/l
      echo 1 > m; commit 2021-01-01 one
      git checkout -q -b side; echo 2 > d/f; echo 2 > e/h; git rm -q m; git rm -qr k; echo n > new
      chmod +x a; commit 2021-01-02 side
      git checkout -q -b other main; echo 3 > d/g; commit 2021-01-03 other
      at 2021-01-04; git merge -q --no-commit side; echo evil > evil; git add -A
      git commit -q -m both
      git checkout -q -b all main; at 2021-01-05; git merge -q --no-ff -m all other
      git checkout -q main; echo 4 > o; commit 2021-01-06 o
      at 2021-01-07; git merge -q -m octopus side other
      """)
    let (commits, _) = try history(box.open("r"))
    let merges = commits.filter { $0.parents.count > 1 }
    #expect(merges.count == 3)
    for merge in merges {
      let taken = try #require(merge.taken)
      func names(_ parent: Int, _ path: String) throws -> [String] {
        try box.sh(
          "cd r; git diff-tree -r --no-renames --name-only \(merge.parents[parent]) \(merge.id) \(path)"
        ).split(separator: "\n").map(String.init)
      }
      var covered = Set(merge.changes.map(\.path.description))
      for one in taken {
        let path = one.path.description.isEmpty ? "" : "-- \(one.path)"
        #expect(try names(one.parent, path) == [])
        covered.formUnion(try names(0, path))
      }
      #expect(try covered.sorted() == names(0, ""))
    }
    let texts = merges.map { Set(($0.taken ?? []).map { "\($0.path) \($0.parent)" }) }
    #expect(texts[0] == ["a 1", "d/f 1", "e/ 1", "k/ 1", "m 1", "new 1"])
    #expect(texts[1] == [" 1"])
  }

  /// A change as git writes it, without its status.
  private func raw(_ change: Change) -> String {
    let old = change.old.map { $0.map { "\($0)" } ?? "-" }
    return "\(old.joined(separator: " ")) \(change.new.map { "\($0)" } ?? "-") "
      + "\(String(change.mode.bits, radix: 8)) \(change.path)"
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      let colons = line.prefix { $0 == ":" }.count
      let halves = line.dropFirst(colons).split(separator: "\t", maxSplits: 1)
      let fields = halves[0].split(separator: " ")
      let ids = fields[(colons + 1)...(2 * colons + 1)].map { id in
        id.allSatisfy { $0 == "0" } ? "-" : String(id)
      }
      let mode = String(Int(fields[colons], radix: 8) ?? 0, radix: 8)
      return ids.joined(separator: " ") + " \(mode) \(halves[1])"
    }
  }

  @Test func `unordered trees and trees that break off show more, never less`() throws {
    let id = try #require(ObjectID(String(repeating: "a", count: 40)))
    func entry(_ text: String) -> [UInt8] { Array(text.utf8) + [0] + id.bytes }
    let trees: [ObjectID: [UInt8]] = [
      HandmadePack.id(1): entry("100644 b") + entry("100644 a") + entry("40000 "),
      HandmadePack.id(2): entry("100644 a"),
      HandmadePack.id(3): Array("100644 cut".utf8),
    ]
    var reader = TreeTable(trees: trees)
    let unordered = try TreeComparison.compare(
      HandmadePack.id(1), with: [HandmadePack.id(2)], atMost: 99, from: &reader)
    #expect(unordered.changes.contains { $0.path == Path("b") && $0.new == id })
    let cut = try TreeComparison.compare(
      HandmadePack.id(3), with: [nil], atMost: 99, from: &reader)
    #expect(cut.changes.isEmpty && cut.isCut)
  }
}

/// Trees that were never written.
private struct TreeTable: ObjectReader, ~Copyable {
  let trees: [ObjectID: [UInt8]]

  mutating func read(
    _ ids: [ObjectID], _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError) {
    for id in ids {
      let bytes = trees[id] ?? []
      guard visit(id, bytes.isEmpty ? .missing : .whole(.tree), bytes.span) else { return }
    }
  }
}
