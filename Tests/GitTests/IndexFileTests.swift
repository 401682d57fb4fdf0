import Findings
import Testing

@testable import Git

/// The index as it is read here, held against what git lists.
@Suite struct IndexFileTests {
  let box: Sandbox
  init() throws { box = try Sandbox() }

  private func listed(_ repository: Repository) throws -> [IndexEntry] {
    var git = try repository.startIndexListing(nil)
    return try Repository.indexEntries(&git)
  }

  @Test(arguments: [2, 3, 4])
  func `an index is read as git lists it`(version: Int) throws {
    try box.sh(
      #"""
      (new lib; echo x > f; commit 2021-01-01 one)
      new r; git submodule --quiet add ../lib lib; mkdir -p d/e a.b a
      echo 1 > "$(printf 'caf\351')"; echo 2 > "$(printf 'a\nb')"; echo 3 > ' -rf'
      for f in d/e/f d/e/g d/f a.b/x a/x a0; do echo $f > $f; done
      ln -s f link; chmod +x d/f
      long=$(printf 'n%.0s' $(seq 200)); deep=.
      for i in $(seq 22); do deep=$deep/$long; done; blob=$(git hash-object -w d/f)
      git add -A; git update-index --add --cacheinfo 100644,$blob,${deep#./}/f
      """#)
    let extended = version == 3 ? "echo new > later; git add --intent-to-add later;" : ""
    try box.sh("cd r; \(extended) git update-index --index-version \(version)")
    let repository = try box.open("r")
    let own = try #require(repository.ownIndex())
    #expect(own == (try listed(repository)))
    #expect(own.contains { $0.path.bytes.count > 4_400 })
    #expect(own.contains { $0.mode.isSubmodule } && own.contains { $0.mode.isSymbolicLink })
    let bytes = try #require(
      FileSystem.contents(box.path("r/.git/index"), atMost: 1 << 20))
    #expect(bytes[7] == version)
  }

  @Test func `the stages of a conflict are read`() throws {
    try box.sh(IndexTests.conflict)
    let repository = try box.open("r")
    #expect(repository.ownIndex()?.map(\.stage) == [1, 2, 3])
    #expect(repository.ownIndex() == (try listed(repository)))
  }

  @Test func `what is unusual is left to git`() throws {
    try box.sh("new r; mkdir d; echo x > d/f; echo y > g; commit 2021-01-01 one")
    let repository = try box.open("r")
    #expect(repository.ownIndex()?.count == 2)
    for change in [
      "git update-index --split-index",
      "git update-index --no-split-index; git config core.note '\"quoted\"'",
      "git config --unset core.note; git config extensions.x y",
    ] {
      try box.sh("cd r; \(change)")
      #expect(repository.ownIndex() == nil, "\(change)")
    }
    try box.sh(
      "new s; git config core.repositoryFormatVersion 0; git init -q --object-format=sha256 ../t")
    #expect(try box.open("s").ownIndex() == nil)
    #expect(try box.open("t").ownIndex() == nil)
  }

  @Test func `an index that says much more than it holds is left to git`() throws {
    try box.sh(
      """
      new r; deep=$(printf 'd%.0s' $(seq 200)); long=$deep; for i in $(seq 19); do long=$long/$deep; done
      blob=$(echo x | git hash-object -w --stdin)
      for i in $(seq 100 400); do printf '100644 %s\\t%s\\n' $blob $long/$i; done |
        git update-index --index-info
      """)
    let repository = try box.open("r")
    #expect(repository.ownIndex()?.count == 301)
    try box.sh("cd r; git update-index --index-version 4")
    #expect(repository.ownIndex() == nil)
    #expect(try repository.indexEntries().count == 301)
  }

  @Test func `a damaged index is none`() throws {
    try box.sh("new r; mkdir d; for f in a b d/c d/e; do echo $f > $f; done; commit 2021-01-01 one")
    for version in [2, 4] {
      try box.sh("cd r; git update-index --index-version \(version)")
      let index = try #require(FileSystem.contents(box.path("r/.git/index"), atMost: 1 << 20))
      let whole = try #require(IndexFile.entries(index))
      for count in 0..<index.count {
        // Behind the entries and behind an extension an index may end.
        if let entries = IndexFile.entries(Array(index[..<count])) { #expect(entries == whole) }
      }
      #expect(IndexFile.entries(Array(index[..<(index.count / 2)])) == nil)
      for place in 0..<index.count - 20 {
        for bit in 0..<8 {
          var damaged = index
          damaged[place] ^= 1 << bit
          // Whatever it says, nothing is read beyond the bytes, and no path is lost in silence.
          if let entries = IndexFile.entries(damaged) { #expect(entries.count == whole.count) }
        }
      }
    }
  }

  @Test func `a plain configuration is one that cannot be misread`() {
    let plain = [
      "", "\n", "# note\n; note\n",
      "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n",
      "[remote \"origin\"]\n\turl = https://x.test/y.git\r\n\tfetch = +refs/heads/*:refs/*\n",
      "[core]\n\tlogAllRefUpdates\n", "[Core]\n  RepositoryFormatVersion=0\n",
    ]
    for text in plain { #expect(PlainConfig.isPlain(Array(text.utf8)), "\(text)") }
    let others = [
      "[core]\n\trepositoryformatversion = 1\n", "[core]\n\trepositoryformatversion\n",
      "[core]\n\trepositoryformatversion = 0 # really\n", "[extensions]\n", "[EXTENSIONS]\n",
      "[extensions \"x\"]\n", "[include]\n\tpath = x\n", "[includeIf \"gitdir:/\"]\n", "[broken",
      "name = value\n", "[core]\n\t= 0\n", "[core] bare = false\n", "[core]\n\tx = a\\\n\tb\n",
      "[core]\n\tx = \"a\"\n", "[core]\n\tx y = z\n", "[a \"b\\\"c\"]\n", "[a\"b\"]\n", "[]\n",
      "[core]\n\tx = \u{0}\n", "\u{FEFF}[core]\n",
    ]
    for text in others { #expect(!PlainConfig.isPlain(Array(text.utf8)), "\(text)") }
  }
}
