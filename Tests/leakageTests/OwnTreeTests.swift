import Testing

/// The project's own files, scanned as a user would scan them.
@Suite struct OwnTreeTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  @Test func `the project finds no secret in itself, and says what it hides`() throws {
    let box = try Sandbox()
    let run = try box.sh("cd '\(Self.root)' && leakage scan . --age none --format json")
    #expect(run.status == 0, "\(run.complaint)")
    let report = try run.report()
    #expect(report.findings.allSatisfy { $0.severity == "note" })
    // It is the allowances that hide the examples, not blindness: each of them hides something.
    #expect(report.suppressions.filter { $0.source.hasPrefix(".leakage.yml:") }.count == 3)
  }
}
