import Testing

/// The states of a repository that can be asked for.
@Suite struct ChangeTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    for (index, name) in ["first", "second", "third", "staged", "loose"].enumerated() {
      try box.write("\(name).txt", Planted.token(UInt64(index)).bytes)
    }
    try box.make(
      """
      new r
      cp ../first.txt .; commit 2021-01-01 one
      git rm -q first.txt; cp ../second.txt .; commit 2022-01-01 two
      git checkout -q -b side; cp ../third.txt .; commit 2023-01-01 three; git checkout -q main
      cp ../staged.txt .; git add staged.txt; cp ../loose.txt .
      """)
  }

  func scan(_ words: String) throws -> ReportReading {
    try box.sh("leakage scan \(words) r --as-of 2026-01-01 --format json").report()
  }

  @Test func `each state is its own`() throws {
    #expect(try scan("").paths == ["loose.txt", "second.txt", "staged.txt"])
    #expect(try scan("--staged").paths == ["staged.txt"])
    #expect(try scan("--range main~1..main").paths == ["second.txt"])
    #expect(try scan("--range main..side").paths == ["third.txt"])
    let history = try scan("--history")
    // What is staged is an object, too, although no commit holds it.
    #expect(history.findings.count == 4)
    #expect(history.findings.filter { $0.age?.basis == "unreachable" }.count == 1)
    let since = Dictionary(
      history.findings.map { ($0.path, $0.age?.since?.prefix(10) ?? "-") }, uniquingKeysWith: { $1 }
    )
    #expect(since["first.txt"] == "2021-01-01")
    #expect(since["second.txt"] == "2022-01-01")
    #expect(since["third.txt"] == "2023-01-01")
  }

  @Test func `what is not committed has no age`() throws {
    let staged = try #require(try scan("--staged").findings.first)
    #expect(staged.age?.since == nil)
    #expect(staged.age?.basis == "uncommitted")
  }

  @Test(arguments: [
    "nosuch..main", "main", "..", "..main", "main..", "main...side", "--all..main", "main..-x",
  ])
  func `a bad range is 2`(_ range: String) throws {
    let run = try box.sh("leakage scan '--range=\(range)' r")
    #expect(run.status == 2, "\(run.complaint)")
    #expect(run.output.isEmpty)
    #expect(!run.complaint.isEmpty)
  }

  @Test func `what is no repository is scanned as it is beside a history`() throws {
    try box.write("plain/a.txt", Planted.token(9).bytes)
    #expect(try scan("--history plain").paths.contains("a.txt"))
  }

  @Test(arguments: ["--staged", "--range a..b"])
  func `what is no repository has no such state`(_ state: String) throws {
    try box.write("plain/a.txt", "text")
    let run = try box.sh("leakage scan \(state) plain")
    #expect(run.status == 2)
    #expect(run.complaint == "leakage: plain is in no git repository\n")
  }

  @Test func `what no ref reaches is reported, and fails the run only if asked`() throws {
    try box.make(
      """
      new lost; echo fine >a; commit 2021-01-01 one; cp ../first.txt .; commit 2021-01-02 two
      git reset -q --hard HEAD~1
      """)
    let run = try box.sh("leakage scan --history lost --format json")
    #expect(run.status == 0)
    #expect(try run.report().findings.map(\.age?.basis) == ["unreachable"])
    #expect(try box.sh("leakage scan --history lost --include-unreachable").status == 1)
  }

  @Test func `a bare repository is its history`() throws {
    try box.make("git clone -q --no-local --bare r bare.git")
    let run = try box.sh("leakage scan bare.git --format json")
    #expect(try run.report().paths == ["first.txt", "second.txt", "third.txt"])
  }
}
