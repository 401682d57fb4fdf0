import Testing

/// What fails a run: severities, ages, life, rotation; which finding, and what would mend it.
@Suite struct GateTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("r/deploy.yml", Planted.token(1).bytes)
    try box.make("cd r; git init -q -b main; commit 2026-01-01 one")
    try box.write("r/fresh/new.yml", Planted.token(2).bytes)
    try box.make("cd r; commit 2026-06-01 two")
  }

  private func scan(_ options: String) throws -> Outcome {
    try box.sh("cd r; leakage scan --as-of 2026-06-11 \(options)")
  }

  @Test(arguments: [
    ("--fail-on error", 1), ("--max-age 200d --fail-on new,error --range main~1..main", 1),
    ("--fail-on alive", 1), ("--fail-on alive:error", 1), ("--fail-on unrotated", 0),
    ("--fail-on unrotated --max-age 159d", 1), ("--fail-on unrotated --max-age 160d", 0),
    ("--fail-on unrotated --max-age 1d,static=160d", 0),
    ("--fail-on unrotated --max-age 160d,static=159d", 1),
    ("--fail-on unrotated --max-age 1d,gitlab=24w", 0),
    ("--fail-on unrotated --max-age 1d,gitlab-*=23w", 0),
    ("--fail-on unrotated --max-age 1d,gitlab=22w", 1),
    ("--fail-on unrotated --max-age ephemeral=1d", 0),
    ("--fail-on unrotated --max-age password=0d", 0),
    ("--fail-on unrotated --max-age static=0d --exit-zero", 0),
  ])
  func `the rules of the gate decide the exit status`(_ options: String, _ status: CInt) throws {
    let run = try scan(options)
    #expect(run.status == status, "\(options): \(run.complaint)")
  }

  @Test(arguments: [
    "--fail-on bad", "--fail-on error,", "--fail-on severity", "--fail-on new:high",
    "--fail-on new", "--max-age 90", "--max-age =90d", "--max-age 90d,Static=3d",
    "--max-age -1d", "--max-age 90d --age none",
  ])
  func `a rule that makes no sense is 2`(_ options: String) throws {
    let run = try scan(options)
    #expect(run.status == 2 && run.output.isEmpty, "\(options)")
    #expect(run.complaint.contains("fail-on") || run.complaint.contains("max-age"))
  }

  @Test func `a closed gate says which finding breaks which rule and what mends it`() throws {
    let run = try scan("--fail-on unrotated --max-age 30d")
    let text = run.text.replacing("\n    ", with: " ").replacing("\n", with: " ")
    #expect(text.contains("What fails the run"))
    #expect(text.contains("max-age 30d: 1 finding; revoke the value and take it out"))
    #expect(text.contains("deploy.yml:1:21, exposed for 160 days"))
    #expect(!text.contains("new.yml:1:21, exposed for 10"))
    let json = try scan("--fail-on error --max-age 30d --format json").report()
    #expect(json.gate.rules == ["fail-on error", "max-age 30d"] && json.gate.broken)
    #expect(json.findings[0].breaches?.map(\.rule) == ["fail-on error", "max-age 30d"])
    #expect(json.findings[1].breaches?.map(\.rule) == ["fail-on error"])
  }

  @Test func `an age that is not known in full does not pass`() throws {
    try box.make(
      """
      git clone -q --depth 1 "file://$PWD/r" shallow
      """)
    let run = try box.sh(
      "cd shallow; leakage scan --as-of 2026-06-11 --fail-on unrotated --max-age 30d")
    #expect(run.status == 3)
    #expect(
      run.text.replacing("\n      ", with: " ").contains(
        "max-age 30d could not be held against 2 findings"))
    let over = try box.sh(
      "cd shallow; leakage scan --as-of 2026-06-11 --fail-on unrotated --max-age 8d")
    #expect(over.status == 1)
  }

  @Test func `the configuration has rules for paths`() throws {
    try box.write(
      "r/.leakage.yml",
      """
      gate:
        fail-on: none
        max-age: {all: 365d, static: 100d}
        paths:
          - path: deploy.yml
            max-age: {gitlab: 1y}
          - path: fresh/
            fail-on: [alive]

      """)
    let json = try scan("--format json").report()
    #expect(json.findings.map(\.path) == ["deploy.yml", "fresh/new.yml"])
    #expect(json.findings[0].breaches == nil)
    #expect(json.findings[1].breaches?.map(\.rule) == ["fail-on alive"])
    #expect(try scan("--fail-on error --format json").report().findings[0].breaches?.count == 1)
  }
}
