import Findings
import Rules
import Testing

@testable import Scanning

@Suite struct SeverityTests {
  let now = Timestamp("2026-01-01")!

  private func judged(_ finding: Finding) -> Finding {
    var finding = finding
    LifetimeStage(rules: RuleList(allRules), asOf: now).apply(to: &finding)
    return finding
  }

  private func token(_ template: String) throws -> String {
    String(decoding: try planted(template), as: UTF8.self)
  }

  private func seen(_ day: String) -> Place { Place(time: Timestamp(day)) }

  @Test func `a static key does not get better with time`() throws {
    let key = judged(
      finding(
        try token("AKIA{base32:16}"), rule: "aws-access-key-id", path: "a.log",
        place: seen("2021-01-01")))
    #expect(key.lifetime?.name == "no-expiry" && key.severity == .error)
  }

  @Test func `what must have died is a note`() throws {
    let value = try token("ghs_{github:36}")
    let rule = "github-installation-token"
    let old = judged(finding(value, rule: rule, path: "a.log", place: seen("2021-01-01")))
    #expect(old.lifetime?.name == "expired-by-bound" && old.severity == .note)
    let fresh = judged(
      finding(value, rule: rule, path: "a.log", place: seen("2025-12-31T23:50:00Z")))
    #expect(fresh.lifetime?.name != "expired-by-bound" && fresh.severity == .warning)
  }

  @Test func `what says that it has died is a note`() throws {
    // 1777303600 is a day in April 2026.
    let value = try token("{jwt:iss=https://idp.example.com,sub=ci,exp=1777303600}")
    let alive = judged(finding(value, rule: "jwt", path: "a.log"))
    #expect(alive.lifetime?.name == "valid-until" && alive.severity == .warning)
    var dead = finding(value, rule: "jwt", path: "a.log")
    LifetimeStage(rules: RuleList(allRules), asOf: Timestamp("2026-12-01")!).apply(to: &dead)
    #expect(dead.lifetime?.name == "expired-proved" && dead.severity == .note)
  }

  @Test func `the age is when a value was seen`() throws {
    var finding = finding(try token("ghs_{github:36}"), rule: "github-installation-token")
    finding.age = Age(since: Timestamp("2021-01-01"), basis: .author)
    #expect(judged(finding).lifetime?.name == "expired-by-bound")
  }

  @Test func `a printed environment is as bad as its worst member`() throws {
    var dump = finding("x", rule: "environment-dump", path: "a.log")
    let dead = finding(
      try token("ghs_{github:36}"), rule: "github-installation-token", path: "a.log",
      place: seen("2021-01-01"))
    dump.members = [dead, dead]
    #expect(judged(dump).severity == .note)
    #expect(judged(dump).lifetime == nil)
    dump.members.append(finding("kumquat-77", path: "a.log"))
    #expect(judged(dump).severity == .error)
  }

  @Test(
    arguments: [
      ("generic-password", "ci.env", .high, .error), ("generic-password", "ci.env", .low, .warning),
      ("generic-password", "src/a.py", .high, .warning),
      ("generic-password", "src/a.py", .low, .note),
      ("generic-password", "tests/ci.env", .high, .note),
      ("generic-password", "src/a_test.go", .high, .note),
      ("generic-password", "docs/a.md", .medium, .note),
      ("url-credentials", "src/a.py", .high, .error),
      ("url-credentials", "src/a.py", .low, .warning),
      ("url-credentials", "examples/a.py", .high, .note),
      ("stripe-secret-key", "tests/a.py", .medium, .error),
      ("stripe-secret-key", "tests/a.py", .low, .warning),
      ("google-api-key", "a.env", .high, .warning),
    ] as [(String, String, Confidence, Severity)])
  func `rule, place and confidence decide`(
    _ rule: String, _ path: String, _ confidence: Confidence, _ severity: Severity
  ) {
    let found = judged(finding("kumquat-77", rule: rule, path: path, confidence: confidence))
    #expect(found.severity == severity)
  }

  @Test func `in a pipeline a sample's folder does not matter`() {
    let found = judged(
      finding("kumquat-77", path: "examples/ci.yml", place: Place(keyPath: "env.PASSWORD")))
    #expect(found.severity == .error)
  }
}
