import Findings
import Testing

@testable import Reporting

@Suite struct ExplanationTests {
  @Test func aFindingIsExplained() throws {
    let bytes = try Explanation.render(Sample.story, findingID: "1A2B")
    #expect(String(decoding: bytes, as: UTF8.self) == Self.workflow)
  }

  private static let workflow = """
    .github/workflows/deploy.yml

      12:20   error    Database password  DB_PASSWORD = … (18 bytes)  1a2b3c4d
              age       for 5 years 9 months, since 2021-02-03 (commit 2f2f2f2f),
                        never rotated, in 2 paths of the history
              lifetime  no expiry: passwords do not expire
              place     job deploy, step 2, jobs.deploy.steps[2].env.DB_PASSWORD
              also at   docs/setup.md:4:1, 40:12
              same as   44556677 (logs/build-17.zip > 3_deploy.txt:44:14)
              story     hardcoded since 2021-02-03, at
                        .github/workflows/deploy.yml:12:20 (job deploy, step 2)
                        among others; printed on 2024-05-01 at logs/build-17.zip >
                        3_deploy.txt:44:14 (job build, step 4); never rotated; no
                        expiry: it lives until someone rotates it
              why       the name says password; the value has 3.4 bits a character
              revoke    Set a new password for the user in the database.
              instead   Read it from the CI system's secret store: `${{
                        secrets.DB_PASSWORD }}`.

      rule      database-password, proposed by the assignment detector, confidence
                medium
      what      A database password stands in a pipeline.

    Considered and struck out
      this line  generic-secret at 12:20: too regular to be random (2.1 bits a
                 character)
      this file  too regular to be random (1); a placeholder or a documented example
                 (1)
      in total   a reference to a value kept elsewhere (1,220); a placeholder or a
                 documented example (80); too regular to be random (7)

    To allow it, put at the end of line 12:
        # leakage:allow database-password reason="why this is no secret"

    """

  @Test func aMemberOfADumpIsExplainedToo() throws {
    let text = String(
      decoding: try Explanation.render(Sample.story, findingID: "44556677"), as: UTF8.self)
    #expect(text.contains("44:14   error    Database password"))
    #expect(
      text.hasSuffix(
        """
        To allow it, put into .leakage.yml:
            allow:
              - rule: database-password
                path: "logs/build-17.zip/3_deploy.txt"
                reason: why this is no secret

        """))
  }

  @Test(arguments: ["", "zz", "1a2b3c4e", "\u{1B}[31m"])
  func anUnknownIDIsAnError(id: String) {
    #expect(throws: ExplanationError.unknown(id: id)) {
      try Explanation.render(Sample.story, findingID: id)
    }
    #expect(!ExplanationError.unknown(id: id).description.contains("\u{1B}"))
  }

  @Test func anAmbiguousIDNamesTheCandidates() {
    var report = Sample.empty
    report.findings = ["abcdef0123", "abcdef0199", "ff"].map {
      Sample.finding(Sample.password, Sample.location($0, 1, 1), id: $0)
    }
    let error = ExplanationError.ambiguous(
      id: "abc", candidates: ["abcdef012", "abcdef019"], count: 2)
    #expect(throws: error) { try Explanation.render(report, findingID: "abc") }
    #expect(
      error.description
        == "2 findings have an id that begins with \"abc\": abcdef012, abcdef019")
    #expect(throws: Never.self) { try Explanation.render(report, findingID: "abcdef012") }
  }

  @Test func nothingStruckOutIsNotSpokenOf() throws {
    var report = Sample.empty
    report.findings = [Sample.finding(Sample.password, Sample.location("a", 1, 1), id: "ab")]
    let text = String(decoding: try Explanation.render(report, findingID: "ab"), as: UTF8.self)
    #expect(!text.contains("struck out"))
  }
}
