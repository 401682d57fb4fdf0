import Testing

/// What is known fails nothing; what is new does, wherever it stands.
@Suite struct BaselineTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("r/a.yml", Planted.token(1).bytes)
    try box.write("r/b.yml", Planted.token(2).bytes)
    try box.make("cd r; git init -q -b main; commit 2026-01-01 one; leakage baseline write")
  }

  private func scan(_ options: String = "") throws -> Outcome {
    try box.sh("cd r; leakage scan --baseline .leakage-baseline --format json \(options)")
  }

  private func states() throws -> [String] {
    try scan().report().findings.map { "\($0.path) \($0.baselineState ?? "none")" }
  }

  @Test func `what is known passes, and is counted`() throws {
    let run = try scan()
    #expect(run.status == 0)
    let report = try run.report()
    #expect(report.baseline?.unchanged == 2 && report.baseline?.new == 0)
    #expect(report.baseline?.absent.isEmpty == true)
    let text = try box.sh("cd r; leakage scan --baseline .leakage-baseline")
    #expect(text.text.contains("baseline    0 new, 2 known, against .leakage-baseline\n"))
    #expect(!text.text.contains("\na.yml\n"))
    let sarif = try scan("--format sarif=s.sarif")
    #expect(sarif.status == 0)
    let file = String(decoding: box.read("r/s.sarif"), as: UTF8.self)
    #expect(file.contains("\"baselineState\":\"unchanged\""))
  }

  @Test func `moves and renames keep it, a new value in an old place does not`() throws {
    try box.make(
      "cd r; mkdir sub; git mv a.yml sub/moved.yml; printf '\\n\\n' | cat - b.yml >c; mv c b.yml")
    #expect(try states() == ["b.yml unchanged", "sub/moved.yml unchanged"])
    try box.write("r/b.yml", Planted.token(3).bytes)
    let run = try scan()
    #expect(run.status == 1)
    #expect(try states() == ["b.yml new", "sub/moved.yml unchanged"])
    #expect(try run.report().baseline?.absent.map(\.path) == ["b.yml"])
  }

  @Test func `a copy at a second place is new`() throws {
    try box.make("cd r; cp a.yml copy.yml")
    #expect(try states() == ["a.yml unchanged", "b.yml unchanged", "copy.yml new"])
    #expect(try box.sh("cd r; leakage scan --baseline .leakage-baseline --fail-on new").status == 1)
  }

  @Test func `an age is judged all the same`() throws {
    let run = try scan("--max-age 30d --as-of 2026-03-01")
    #expect(run.status == 1)
    #expect(try run.report().findings.allSatisfy { $0.baselineState == "unchanged" })
  }

  @Test func `update adds, and drops only when asked`() throws {
    try box.make("cd r; rm b.yml")
    try box.write("r/c.yml", Planted.token(3).bytes)
    let update = try box.sh("cd r; leakage baseline update")
    #expect(update.text == ".leakage-baseline: 3 findings, 1 added, 0 dropped\n")
    let prune = try box.sh("cd r; leakage baseline update --prune")
    #expect(prune.text == ".leakage-baseline: 2 findings, 0 added, 1 dropped\n")
    let show = try box.sh("cd r; leakage baseline show")
    #expect(show.text.hasPrefix("a.yml  gitlab-access-token\nc.yml  gitlab-access-token\n"))
    #expect(show.text.contains("easy passwords can be guessed"))
    #expect(try box.sh("cd r; leakage baseline write").status == 2)
    #expect(try box.sh("cd r; leakage baseline write --force").status == 0)
  }

  @Test func `a baseline finds no secret in itself, and holds none`() throws {
    let report = try scan().report()
    #expect(!report.paths.contains(".leakage-baseline"))
    let file = String(decoding: box.read("r/.leakage-baseline"), as: UTF8.self)
    #expect(!file.contains("glpat"))
    for value in try [Planted.token(1), Planted.token(2)].flatMap(\.values) {
      #expect(!file.contains(String(decoding: value, as: UTF8.self)))
    }
  }

  @Test func `the same findings give the same file, but for the salt`() throws {
    try box.make(
      """
      cd r; printf 0123456789abcdef0123456789abcdef >../key
      leakage baseline write -o one --fingerprint-key-file ../key
      leakage baseline write -o two --fingerprint-key-file ../key
      cmp one two
      """)
    #expect(String(decoding: box.read("r/one"), as: UTF8.self).contains("\nkeyed by "))
    let other = try box.sh("cd r; leakage scan --baseline one")
    #expect(other.status == 2 && other.complaint.contains("private key"))
    let wrong = try box.sh(
      "cd r; printf 0123456789abcdeX >../k; leakage scan --baseline one --fingerprint-key-file ../k"
    )
    #expect(wrong.status == 2 && wrong.complaint.contains("another private key"))
    #expect(
      try box.sh("cd r; leakage scan --baseline one --fingerprint-key-file ../key").status == 0)
  }

  @Test func `branches merge without a conflict`() throws {
    try box.write("c", Planted.token(3).bytes)
    try box.write("d", Planted.token(4).bytes)
    try box.make(
      """
      cd r; echo '.leakage-baseline merge=union' >.gitattributes; commit 2026-01-02 base
      git checkout -q -b x; cp ../c c.yml; leakage baseline update; commit 2026-01-03 x
      git checkout -q main; cp ../d d.yml; leakage baseline update; commit 2026-01-03 y
      git merge -q x -m merged
      """)
    #expect(try scan().report().baseline?.unchanged == 4)
    #expect(try scan().status == 0)
  }

  @Test(arguments: [
    ("", ":1:1: error: expected: leakage-baseline 1"),
    ("leakage-baseline 2\n", ":1:1: error: expected: leakage-baseline 1"),
    ("leakage-baseline 1\nabc\n", ":2:1: error: expected a line with a key or a salt"),
    (
      "leakage-baseline 1\nkeyed by 0123456789abcdef\nabc d e\n",
      ":3:1: error: expected: FINGERPRINT"
    ),
    ("leakage-baseline 1\nstretched 20000 00\n", ":2:1: error: expected: keyed by"),
    (
      "leakage-baseline 1\nstretched 99999999 000102030405060708090a0b0c0d0e0f\n",
      ":2:1: error: exp"
    ),
  ])
  func `a broken baseline is 2 and says where`(_ text: String, _ message: String) throws {
    try box.write("r/bad", text)
    let run = try box.sh("cd r; leakage scan --baseline bad")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.complaint.hasPrefix("leakage: bad\(message)"), "\(run.complaint)")
  }

  @Test func `the configuration names it`() throws {
    try box.write("r/.leakage.yml", "baseline: .leakage-baseline\n")
    #expect(try box.sh("cd r; leakage scan").status == 0)
    #expect(try box.sh("cd r/.git/..; mkdir s; cd s; leakage scan ..").status == 0)
  }
}
