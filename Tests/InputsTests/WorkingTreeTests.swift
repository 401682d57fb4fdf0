import Findings
import Git
import Testing

@testable import Inputs

/// The working tree of a repository.
struct WorkingTreeTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func whatGitDoesNotIgnoreIsRead() throws {
    try sandbox.sh(
      """
      new r; printf '*.log\\nbuild/\\n' > .gitignore
      mkdir -p build sub; echo t > tracked; echo s > sub/s; echo k > kept.log; git add -f kept.log
      commit 2020-01-02 one
      echo u > sub/untracked; echo i > ignored.log; echo o > build/o; rm tracked
      """)
    let seen = try read([sandbox.path("r")])
    #expect(seen.paths == [".gitignore", "kept.log", "sub/s", "sub/untracked"])
    #expect(seen.notes == [] && seen.coverage.files == 4)
    let all = try read([sandbox.path("r")]) { $0.includesIgnored = true }
    #expect(
      all.paths == [".gitignore", "build/o", "ignored.log", "kept.log", "sub/s", "sub/untracked"])
    let sub = try read([sandbox.path("r/sub")])
    #expect(sub.paths == ["sub/s", "sub/untracked"])
    let named = try read([sandbox.path("r/build"), sandbox.path("r/sub")])
    #expect(named.paths == ["build/o", "sub/s", "sub/untracked"])
    #expect(named.notes == [])
  }

  @Test func whatIsIgnoredInANamedFolderIsCounted() throws {
    try sandbox.sh(
      """
      new r; printf '*.log\\ncache/\\n' > .gitignore; mkdir -p logs/cache other
      echo k > logs/kept.log; git add -f logs/kept.log; commit 2020-01-02 one
      echo a > logs/a.log; echo b > logs/cache/b; echo c > logs/cache/c; echo d > other/d.log
      """)
    let seen = try read([sandbox.path("r/logs")])
    #expect(seen.paths == ["logs/kept.log"] && seen.notes == ["information logs"])
    #expect(seen.notifications.first?.message.hasPrefix("git ignores 2 files or folders") == true)
    #expect(try read([sandbox.path("r")]).notes == [])
    #expect(try read([sandbox.path("r/logs")]) { $0.includesIgnored = true }.notes == [])
  }

  /// Git fails when the tracked files have been read already: the rest is read, and nothing twice.
  @Test func whereGitCannotLookForOthersAllIsRead() throws {
    try sandbox.sh(
      """
      new r; echo '*.log' > .gitignore; mkdir sub; echo t > tracked; echo s > sub/s
      commit 2020-01-02 one
      echo u > sub/untracked; echo i > ignored.log; rm -f .git/info/exclude; mkdir -p .git/info/exclude
      """)
    let seen = try read([sandbox.path("r")])
    #expect(
      seen.paths == [".gitignore", "ignored.log", "sub/s", "sub/untracked", "tracked"])
    #expect(seen.coverage.files == 5 && seen.notes.map { $0.hasPrefix("information") } == [true])
  }

  @Test func contentIsTheWorkingTrees() throws {
    try sandbox.sh(
      """
      new r; echo '* text eol=crlf working-tree-encoding=UTF-16' > .gitattributes; echo old > f
      commit 2020-01-02 one 2> /dev/null || true
      echo new > f
      """)
    #expect(try read([sandbox.path("r")]).texts["f"] == "new\n")
  }

  @Test func otherRepositoriesAreNotEntered() throws {
    try sandbox.sh(
      """
      (new library; echo l > l; commit 2020-01-01 one)
      new r; git submodule -q add ../library module; commit 2020-01-02 one
      mkdir -p x; (new x/nested; echo n > n); (new x/born; echo b > b; commit 2020-01-03 b)
      echo a > a
      """)
    let seen = try read([sandbox.path("r")])
    #expect(seen.paths == [".gitmodules", "a"])
    #expect(
      seen.notes == [
        "nested-repository module", "nested-repository x/born", "nested-repository x/nested",
      ])
    // But they are read where they were named.
    let named = try read(["r/module", "r/x/nested", "r/x/born"].map(sandbox.path))
    #expect(named.paths == ["b", "l", "n"] && named.notes == [])
    #expect(named.documents.map(\.origin.root).sorted() == [0, 1, 2])
  }

  @Test func trackedFilesThatAreNoFilesAnyMore() throws {
    try sandbox.sh(
      """
      mkdir out; echo secret > out/f; echo secret > out/g
      new r; mkdir d e; echo f > d/f; echo g > e/g; echo a > a; echo b > b; echo c > c
      ln -s a link; commit 2020-01-02 one
      rm -r d e a b c
      ln -s ../out d; echo file > e; mkdir a; echo inside > a/f; ln -s /etc/passwd b; mkfifo c
      """)
    let seen = try read([sandbox.path("r")])
    #expect(seen.texts == ["e": "file\n", "a/f": "inside\n"])
    #expect(
      seen.notes
        == ["special-file c", "symbolic-link b", "symbolic-link d", "symbolic-link link"])
  }

  /// An index written by hand may name what git would refuse.
  @Test func anIndexLeadsNowhereElse() throws {
    try sandbox.sh(
      "echo secret > outside; new r; echo a > a; echo b > xx_outside; git add -A; rm xx_outside")
    let index = sandbox.path("r/.git/index")
    var bytes = Array(try sandbox.read(index).dropLast(20))
    let name = Array("xx_outside".utf8)
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes.replaceSubrange(at..<(at + name.count), with: "../outside".utf8)
    try sandbox.write(index, bytes)
    let sum = Array(try sandbox.sh("sha1sum < r/.git/index | cut -c1-40").utf8)
    for digit in stride(from: 0, to: 40, by: 2) {
      let pair = String(decoding: sum[digit..<(digit + 2)], as: UTF8.self)
      bytes.append(try #require(UInt8(pair, radix: 16)))
    }
    try sandbox.write(index, bytes)
    let seen = try read([sandbox.path("r")])
    #expect(seen.texts == ["a": "a\n"])
    #expect(seen.notes == ["tampering ../outside"])
    for path in ["../x", "a/../b", "/etc/passwd", "", "a//b", "./a", ".git/config", "a/.git/b"] {
      #expect(!Path(path).isOrdinary)
    }
    for path in ["a", "a/b", "..a", "a/...", ".github/b", ".gitignore"] {
      #expect(Path(path).isOrdinary)
    }
  }

  /// No answer of git costs what can be read without it.
  @Test func aDamagedRepositoryIsReadAsAFolder() throws {
    try sandbox.sh(
      """
      new r; echo '*.log' > .gitignore; echo a > a; echo l > x.log; commit 2020-01-02 one
      printf 'broken' > .git/index
      cd ..; cp -r r other; rm other/.git/index; mkfifo other/.git/index
      (new good; echo g > g)
      """)
    let seen = try read(["r", "other", "good"].map(sandbox.path))
    #expect(seen.paths == [".gitignore", ".gitignore", "a", "a", "g", "x.log", "x.log"])
    #expect(seen.notifications.map(\.code) == [.information, .information])
    #expect(throws: InputError.self) { try read([sandbox.path("other")], .history) }
    let staged = try read(["r", "good"].map(sandbox.path), .staged)
    #expect(staged.paths == [])
    #expect(staged.notes == ["unreadable  !"])
  }

  @Test func aRepositoryWithoutAWorkingTreeIsItsHistory() throws {
    try sandbox.sh(
      "(new r; echo a > a; commit 2020-01-02 one); git clone -q --bare r bare.git 2> /dev/null")
    let seen = try read([sandbox.path("bare.git")])
    #expect(seen.texts == ["a": "a\n"])
    #expect(seen.documents.allSatisfy { $0.origin.source == .history })
    let file = try read([sandbox.path("bare.git/HEAD")])
    #expect(file.texts == ["HEAD": "ref: refs/heads/main\n"])
  }
}
