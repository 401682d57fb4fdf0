import Findings
import Glibc
import Testing

@testable import Inputs

/// Folders that belong to no repository.
struct FolderTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func everythingIsReadButGitDirectories() throws {
    try sandbox.sh(
      """
      mkdir -p d/e .hidden
      echo a > a; echo b > d/e/b; echo h > .hidden/h; echo i > d/.gitignore
      new d/repo; echo r > r; echo x > .gitignore; echo x > x; commit 2020-01-02 one; cd ../..
      mkdir d/linked; echo 'gitdir: /nowhere' > d/linked/.git; echo l > d/linked/l
      """)
    let seen = try read([sandbox.folder])
    #expect(
      seen.paths == [
        ".hidden/h", "a", "d/.gitignore", "d/e/b", "d/linked/l", "d/repo/.gitignore", "d/repo/r",
        "d/repo/x",
      ])
    #expect(seen.notes == [] && seen.coverage.files == 8)
    #expect(seen.documents.allSatisfy { $0.origin.source == .file && $0.origin.root == 0 })
  }

  @Test func linksAreNotFollowed() throws {
    try sandbox.sh(
      """
      mkdir out in; echo secret > out/s; echo f > in/f; cd in
      ln -s ../out/s file; ln -s ../out folder; ln -s . self; ln -s loop loop; ln -s /nowhere gone
      ln -s .. up; ln -s /proc/self/environ environ
      """)
    let seen = try read([sandbox.path("in")])
    #expect(seen.paths == ["f"])
    #expect(
      seen.notes
        == ["environ", "file", "folder", "gone", "loop", "self", "up"].map { "symbolic-link \($0)" }
    )
  }

  @Test func aLinkThatTheUserNamedIsFollowed() throws {
    try sandbox.sh(
      """
      mkdir -p out/deep in; echo one > out/one; echo two > out/deep/two
      ln -s ../out/one in/file; ln -s ../out in/folder; ln -s loop in/loop; ln -s gone in/gone
      """)
    let file = try read([sandbox.path("in/file")])
    #expect(file.texts == ["file": "one\n"] && file.notes == [])
    let folder = try read([sandbox.path("in/folder")])
    #expect(folder.paths == ["deep/two", "one"] && folder.notes == [])
    #expect(throws: InputError.self) { try read([sandbox.path("in/loop")]) }
    #expect(throws: InputError.self) { try read([sandbox.path("in/gone")]) }
  }

  @Test func namesAreBytes() throws {
    let names: [[UInt8]] = [
      Array("caf".utf8) + [0xE9], Array("a\nb".utf8), Array("-rf".utf8), [0x1B, 0x5B, 0x6D],
      [UInt8](repeating: 0x6E, count: 255), Array("\u{202E}x".utf8), Array("e\u{301}".utf8),
      Array("\u{E9}".utf8), Array("A".utf8), Array("a".utf8), Array("b\\c".utf8), Array(" ".utf8),
    ]
    for name in names { try sandbox.write(sandbox.folder.appending(Path(bytes: name)), name) }
    for isRepository in [false, true] {
      if isRepository { try sandbox.sh("git init -q .; git add -A -- caf* A") }
      let seen = try read([sandbox.folder])
      #expect(seen.notes == [])
      #expect(Set(seen.documents.map(\.origin.path.bytes)) == Set(names))
      #expect(seen.documents.allSatisfy { $0.bytes == $0.origin.path.bytes })
    }
  }

  /// Depth is no place to hide: below what the system takes as one path.
  @Test func aFolderOfAnyDepthIsRead() throws {
    let name = String(repeating: "n", count: 200)
    let depth = 60
    var directory = unsafe withName(sandbox.folder) { unsafe open($0, O_RDONLY | O_DIRECTORY) }
    for _ in 0..<depth {
      try #require(unsafe mkdirat(directory, name, 0o755) == 0)
      let next = unsafe openat(directory, name, O_RDONLY | O_DIRECTORY)
      close(directory)
      directory = next
      try #require(next >= 0)
    }
    let file = unsafe openat(directory, "deep", O_WRONLY | O_CREAT, 0o644)
    try #require(unsafe write(file, "found", 5) == 5)
    close(file)
    close(directory)
    let seen = try read([sandbox.folder])
    let document = try #require(seen.documents.first)
    #expect(document.bytes == Array("found".utf8))
    #expect(document.origin.path.bytes.count == depth * 201 + 4)
    #expect(seen.notes == [])
  }

  @Test func aWideFolderIsRead() throws {
    for index in 0..<500 { try sandbox.write("w/\(index)", "\(index)") }
    let seen = try read([sandbox.folder])
    #expect(seen.texts.count == 500 && seen.texts["w/499"] == "499")
  }

  @Test func aFolderThatGoesAwayIsToldOnlyIfItWasNamed() throws {
    try sandbox.sh("mkdir -p d/e; echo a > a")
    let plan = try InputPlan(InputRequest(paths: [sandbox.path("d")], mode: .tree))
    try sandbox.sh("rm -r d")
    let seen = Seen()
    try InputReader(
      plan, store: plan.openStore, historyPaths: { _, _ in { _ in nil } },
      submit: { $0.open(limits: InputLimits(), into: seen) },
      notify: seen.notify
    ).read()
    #expect(seen.notes == ["unreadable  !"])
  }
}
