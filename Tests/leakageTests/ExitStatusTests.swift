import Testing

@Suite struct ExitStatusTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("clean/a.txt", "nothing here\n")
    try box.write("leak/a.txt", Planted.token(1).bytes)
    try box.write("warn/a.txt", Planted.warning(2).bytes)
    let packed = Packing.gzip(try Planted.token(3).bytes)
    try box.write("cut/a.gz", Array(packed.dropLast(12)))
    try box.write("half/a.gz", Array(Packing.gzip(Array("nothing here\n".utf8)).dropLast(12)))
  }

  func status(_ words: String) throws -> CInt { try box.sh("leakage scan \(words)").status }

  @Test func `clean is 0`() throws {
    let run = try box.sh("leakage scan clean")
    #expect(run.status == 0)
    #expect(run.text.contains("No secrets found"))
    #expect(run.errors.isEmpty)
  }

  @Test func `findings are 1`() throws {
    let run = try box.sh("leakage scan leak")
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
  }

  @Test func `the gate is a severity`() throws {
    #expect(try status("warn") == 1)
    #expect(try status("warn --fail-on error") == 0)
    #expect(try status("leak --fail-on error") == 1)
    #expect(try status("leak --exit-zero") == 0)
  }

  @Test func `what is below the gate is still reported`() throws {
    #expect(
      try box.sh("leakage scan warn --fail-on error --format json").report().paths == ["a.txt"])
  }

  @Test func `what is below the lowest severity is not reported`() throws {
    let run = try box.sh("leakage scan warn leak --min-severity error --format json")
    #expect(run.status == 1)
    #expect(try run.report().findings.map(\.severity) == ["error"])
    let quiet = try box.sh("leakage scan warn --min-severity error")
    #expect(quiet.status == 0)
    #expect(quiet.text.contains("No secrets found"))
  }

  @Test func `incomplete is 3, findings win, and options turn both`() throws {
    #expect(try status("half") == 3)
    #expect(try status("half --incomplete ok") == 0)
    #expect(try status("half --incomplete fail") == 3)
    #expect(try status("half --exit-zero") == 3)
    #expect(try status("half --exit-zero --incomplete ok") == 0)
    #expect(try status("cut") == 1)
    #expect(try status("cut --incomplete ok") == 1)
    #expect(try status("cut --incomplete fail") == 3)
    #expect(try status("cut --exit-zero") == 3)
  }

  @Test func `an incomplete scan with findings says so`() throws {
    let run = try box.sh("leakage scan cut")
    #expect(run.text.contains("Not covered"))
    #expect(run.text.contains("a.gz"))
    let report = try box.sh("leakage scan cut --format json").report()
    #expect(report.incomplete)
    #expect(report.notifications.map(\.code) == ["truncated"])
    #expect(report.findings.count == 1)
  }

  @Test func `a missing path is 2 and named`() throws {
    let run = try box.sh("leakage scan leak nosuch")
    #expect(run.status == 2)
    #expect(run.complaint == "leakage: nosuch: no such file or directory\n")
    #expect(run.output.isEmpty)
  }

  @Test func `a name cannot act on the terminal`() throws {
    let run = try box.sh(#"leakage scan "$(printf 'no\033[2Jsuch')""#)
    #expect(run.status == 2)
    #expect(!run.errors.contains(0x1B))
    #expect(run.complaint.contains("such"))
  }
}
