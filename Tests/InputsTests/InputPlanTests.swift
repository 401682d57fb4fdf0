import Findings
import Glibc
import Testing

@testable import Inputs

/// What the user's paths become before anything is read.
struct InputPlanTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func roots(_ paths: [Path]) throws -> [Root] {
    try InputPlan(InputRequest(paths: paths, mode: .tree)).roots
  }

  @Test func aMissingPathStopsEverything() throws {
    try sandbox.sh("echo a > a")
    for name in ["gone", "a/b", "gone/x"] {
      #expect {
        try read([sandbox.path("a"), sandbox.path(name)])
      } throws: {
        guard case InputError.missing(sandbox.path(name)) = $0 else { return false }
        return "\($0)".hasSuffix("no such file or directory")
      }
    }
    #expect(throws: InputError.self) { try read([Path("")]) }
    #expect(throws: InputError.self) {
      try read([Path(bytes: sandbox.path("a").bytes + [0, 0x78])])
    }
  }

  @Test func aListOfFilesMayNameWhatIsGone() throws {
    try sandbox.sh("echo a > a; ln -s loop loop")
    let seen = try read(["a", "gone", "a/b", "loop"].map(sandbox.path)) { $0.isFileList = true }
    #expect(seen.texts == ["a": "a\n"])
    #expect(seen.notes == ["information -", "information -", "unreadable - !"])
    #expect(seen.notifications.allSatisfy { $0.message.hasPrefix(sandbox.folder.description) })
  }

  @Test func aFileIsReadOnce() throws {
    try sandbox.sh(
      """
      mkdir plain; echo p > plain/p; ln -s p plain/link; ln -s plain again
      new r; mkdir sub; echo x > sub/x; echo a > a; echo '*.log' > .gitignore; echo l > sub/i.log
      """)
    for names in [
      ["r", "r/sub/x"], ["r/sub/x", "r"], ["r/sub", "r", "r/sub/x", "r"], ["r", "r"],
    ] {
      let seen = try read(names.map(sandbox.path))
      #expect(seen.paths == [".gitignore", "a", "sub/x"], "\(names)")
      #expect(seen.coverage.files == 3)
    }
    // An ignored file that was named is read beside the rest.
    let ignored = try read(["r", "r/sub/i.log"].map(sandbox.path))
    #expect(ignored.paths == [".gitignore", "a", "sub/i.log", "sub/x"])
    let plain = try read(["plain", "plain/p", "again", "plain/link"].map(sandbox.path))
    #expect(plain.documents.count == 1)
    // A folder around a repository adds what git ignores in it.
    let all = try read(["r", "."].map(sandbox.path))
    #expect(
      all.paths
        == [".gitignore", "a", "p", "sub/i.log", "sub/x"].map { name in
          name == "p" ? "plain/p" : name == "sub/i.log" ? "r/sub/i.log" : name
        }.sorted())
    #expect(
      try read([sandbox.path("r")]) {
        $0.paths += [sandbox.path("r/sub")]
        $0.includesIgnored = true
      }.paths
        == [".gitignore", "a", "sub/i.log", "sub/x"])
  }

  @Test func theWayIsShownFromWhereTheUserStands() {
    func way(_ directory: String, from current: String) -> String {
      Path(directory).prefix(from: Path(current)).description
    }
    #expect(way("/home/me/r", from: "/home/me/r") == "")
    #expect(way("/home/me/r", from: "/home/me") == "r/")
    #expect(way("/home/me/r", from: "/home/me/r/a/b") == "../../")
    #expect(way("/home/me/r", from: "/home/me/other") == "../r/")
    #expect(way("/home/me/r", from: "/home/me/r2") == "../r/")
    #expect(way("/", from: "/home") == "../")
    #expect(way("/home", from: "/") == "home/")
  }

  @Test func prefixesFollowWhatWasTyped() throws {
    try sandbox.sh("mkdir plain; echo p > plain/p; new r; mkdir sub; echo x > sub/x")
    let folder = sandbox.folder.description
    #expect(
      try roots([sandbox.path("r")]) == [Root(prefix: Path("\(folder)/r/"), isRepository: true)])
    #expect(
      try roots([sandbox.path("r/sub"), sandbox.path("r/sub/x"), sandbox.path("r/")])
        == [Root(prefix: Path("\(folder)/r/"), isRepository: true)])
    #expect(
      try roots([sandbox.path("plain"), sandbox.path("plain/p")])
        == [Root(prefix: Path("\(folder)/plain/"), isRepository: false)])
    // The way out of the current directory and down again, as a user would type it.
    let current = try FilePlace(Path(".")).real
    let up = String(
      repeating: "../", count: current.bytes.split(separator: UInt8(ascii: "/")).count)
    let typed = up + folder.dropFirst()
    #expect(
      try roots([Path("\(typed)/r"), Path("\(typed)/plain"), Path("\(typed)/plain/p")]) == [
        Root(prefix: Path("\(typed)/r/"), isRepository: true),
        Root(prefix: Path("\(typed)/plain/"), isRepository: false),
      ])
    #expect(Path(".").asPrefix == Path("") && Path("./").asPrefix == Path("./"))
    #expect(Path("..").asPrefix == Path("../") && Path("/").asPrefix == Path("/"))
    #expect(Path("a").parentPrefix == Path("") && Path("../a/b").parentPrefix == Path("../a/"))
  }

  @Test func belowIsByWholeNames() {
    #expect(Path("a/b").isBelow(Path("a")) && Path("a").isBelow(Path("a")))
    #expect(Path("a").isBelow(Path("")) && !Path("ab").isBelow(Path("a")))
    #expect(Path("/a").relative(to: Path("/")) == Path("a"))
    #expect(Path("a").relative(to: Path("a/b")) == nil)
  }

  @Test func linksToOneFolderKeepTheirOwnNames() throws {
    try sandbox.sh("mkdir one two; echo a > one/a; echo b > one/b; ln -s ../one/a two/link")
    let plan = try InputPlan(
      InputRequest(paths: [sandbox.path("two/link"), sandbox.path("one/b")], mode: .tree))
    let shown = plan.files.map {
      plan.roots[$0.origin.root].prefix.description + $0.origin.path.description
    }
    #expect(shown == ["\(sandbox.folder)/two/link", "\(sandbox.folder)/one/b"])
  }
}
