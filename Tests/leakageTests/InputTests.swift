import Testing

@Suite struct InputTests {
  let box: Sandbox

  init() throws { box = try Sandbox() }

  func report(_ words: String, input: [UInt8] = []) throws -> ReportReading {
    try box.sh("leakage scan \(words) --format json", input: input).report()
  }

  @Test func `standard input is read, packed or not`() throws {
    let token = try Planted.token(1).bytes
    for bytes in [token, Packing.gzip(token)] {
      #expect(try report("-", input: bytes).findings.map(\.rule) == ["gitlab-access-token"])
    }
    let zip = Packing.zip([("a/b.txt", token)])
    #expect(try report("-", input: zip).paths.map { $0.hasSuffix("a/b.txt") } == [true])
    #expect(try report("-").findings.isEmpty)
  }

  @Test func `a list names the files`() throws {
    for (index, name) in ["one", "two words", "three\nlines", "four"].enumerated() {
      try box.write(name, Planted.token(UInt64(index)).bytes)
    }
    let null = Array("one\0two words\0three\nlines\0".utf8)
    #expect(
      try report("--files-from - -0", input: null).paths.sorted()
        == ["one", "three\nlines", "two words"])
    let lines = Array("one\ntwo words\n\nfour".utf8)
    #expect(
      try report("--files-from -", input: lines).paths.sorted() == ["four", "one", "two words"])
    try box.write("list", "four\n")
    #expect(try report("--files-from list").paths == ["four"])
    #expect(try report("--files-from -").findings.isEmpty)
  }

  @Test func `a file that a list names and that is gone costs no other`() throws {
    try box.write("here", Planted.token(1).bytes)
    let run = try box.sh(
      "leakage scan --files-from - --format json", input: Array("gone\nhere".utf8))
    #expect(run.status == 1)
    #expect(try run.report().paths == ["here"])
    let alone = try box.sh("leakage scan --files-from -", input: Array("gone".utf8))
    #expect([0, 3].contains(alone.status))
  }

  @Test func `a missing list is 2`() throws {
    let run = try box.sh("leakage scan --files-from nosuch")
    #expect(run.status == 2)
    #expect(run.complaint.contains("nosuch: "))
  }

  @Test func `the current folder is scanned without a path`() throws {
    try box.write("a.txt", Planted.token(1).bytes)
    #expect(try report("").paths == ["a.txt"])
  }

  @Test func `a repository hides ignored files, unless asked`() throws {
    try box.write("r/.gitignore", "out/\n")
    try box.write("r/tracked", Planted.token(1).bytes)
    try box.write("r/untracked", Planted.token(2).bytes)
    try box.write("r/out/ignored", Planted.token(3).bytes)
    try box.make("cd r; git init -q; git add tracked; git commit -qm one")
    #expect(try report("r").paths == ["tracked", "untracked"])
    #expect(try report("r --include-ignored").paths == ["out/ignored", "tracked", "untracked"])
  }

  @Test func `a path that begins with a dash is a path`() throws {
    try box.write("--staged", Planted.token(1).bytes)
    #expect(try box.sh("leakage scan --format json -- --staged").report().paths == ["--staged"])
  }

  @Test func `paths may overlap, and each file counts once`() throws {
    try box.write("d/a.txt", Planted.token(1).bytes)
    let report = try report("d d/a.txt d/../d")
    #expect(report.findings.count == 1)
    #expect(report.coverage.files == 1)
  }
}
