import Findings
import Testing

@testable import Reporting

@Suite struct AllowanceTests {
  private func comment(_ location: Location) -> String? {
    let finding = Sample.finding(Sample.password, location, id: "ab")
    if case .comment(let comment) = Allowance.of(finding) { return comment }
    return nil
  }

  @Test(arguments: [
    ("ci.yml", "# ", ""), ("deploy/Dockerfile", "# ", ""), ("Dockerfile.build", "# ", ""),
    (".env", "# ", ""), (".env.production", "# ", ""), ("Makefile", "# ", ""),
    ("a.YAML", "# ", ""), ("Jenkinsfile", "// ", ""), ("src/x.ts", "// ", ""),
    ("pom.xml", "<!-- ", " -->"), ("README.md", "<!-- ", " -->"), ("q.sql", "-- ", ""),
    ("a.css", "/* ", " */"),
  ])
  func theCommentIsThatOfTheFileType(path: String, opening: String, closing: String) {
    let marker = "leakage:allow database-password reason=\"why this is no secret\""
    #expect(comment(Sample.location(path, 1, 1)) == opening + marker + closing)
  }

  @Test func whereNoCommentCanStandAnEntryIsGiven() {
    let log = Place(job: "build", time: Sample.asOf)
    let lines = Location(
      origin: Origin(source: .file, path: Path("ci.yml")),
      region: Region(
        byteOffset: 0, byteLength: 90, startLine: 1, startColumn: 1, endLine: 3, endColumn: 4),
      place: Place())
    for location in [
      Sample.location("package.json", 1, 1), Sample.location("noextension", 1, 1),
      Sample.location("", 1, 1, source: .standardInput),
      Sample.location("build.log", 1, 1), Sample.location("ci.yml", 1, 1, place: log),
      Sample.location("ci.yml", 1, 1, source: .history),
      Sample.location("a.zip", 1, 1, members: ["ci.yml"]), lines,
    ] {
      #expect(comment(location) == nil, "\(location.origin.fullPath)")
    }
    #expect(comment(Sample.location("ci.yml", 1, 1, source: .index)) != nil)
  }

  @Test func thePathOfAnEntryIsASafeScalar() {
    let finding = Sample.finding(
      Sample.password, Sample.location("a\"\\\n\u{1B}é.json", 1, 1), id: "ab")
    guard case .entry(let lines) = Allowance.of(finding) else {
      Issue.record("a comment")
      return
    }
    #expect(lines[2] == #"    path: "a\"\\??é.json""#)
  }
}
