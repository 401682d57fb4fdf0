import Findings
import Testing

@testable import Reporting

@Suite struct TextReportTests {
  private func text(_ report: Report, _ options: RenderOptions = RenderOptions()) -> String {
    String(decoding: TextReport.render(report, options), as: UTF8.self)
  }

  @Test func aStoryInEightyColumns() {
    #expect(text(Sample.story) == Self.story)
  }

  private static let story = """
    .github/workflows/deploy.yml

      12:20   error    Database password  DB_PASSWORD = … (18 bytes)  1a2b3c4d
              age       for 5 years 9 months, since 2021-02-03 (commit 2f2f2f2f),
                        never rotated, in 2 paths of the history
              lifetime  no expiry: it lives until someone rotates it
              place     job deploy, step 2, jobs.deploy.steps[2].env.DB_PASSWORD
              also at   docs/setup.md:4:1, 40:12
              same as   44556677 (logs/build-17.zip > 3_deploy.txt:44:14)
              story     hardcoded since 2021-02-03, at
                        .github/workflows/deploy.yml:12:20 (job deploy, step 2)
                        among others; printed on 2024-05-01 at logs/build-17.zip >
                        3_deploy.txt:44:14 (job build, step 4); never rotated; no
                        expiry: it lives until someone rotates it

    deploy/values.yaml

      3:13    error    Database password  password = … (18 bytes)  5e6f7a8b
              age       new: it stands in no commit yet
              lifetime  no expiry: it lives until someone rotates it
              place     in the git index

    scripts/release.sh

      8:11    note     GitHub installation token  ghs_… (40 bytes)  9c0d1e2f
              age       for >= 2 years 8 months, since 2024-03-01 or earlier (commit
                        cdcdcdcd), by the committer's date, history truncated,
                        removed on 2024-05-02 (commit dededede) but still in the
                        history, the dates of the commit are suspect (2024-03-01)
              lifetime  dead since 2024-05-02 at the latest
              place     in the history (blob abababab)

    logs/build-17.zip > 3_deploy.txt

      40:1    error    Environment dump  2 values in clear, 9 masked  33445566
              age       for 2 years 6 months, printed on 2024-05-01
              place     job build, step 4, printed on 2024-05-01 at 12:00:07 UTC
              facts     variables 31
              44:14   error    Database password  DB_PASSWORD = … (18 bytes)
                      44556677
                      lifetime  no expiry: it lives until someone rotates it
                      exposure  since 2024-05-01 12:00 UTC, without an end
                      same as   1a2b3c4d (.github/workflows/deploy.yml:12:20)
              51:14   warning  GitHub installation token  APP_TOKEN = … (18 bytes)
                      55667788

    logs/build-17.zip > 4_push.txt

      90:3    warning  GitHub installation token  ghs_… (40 bytes)  66778899
              lifetime  expired on 2024-05-01
              facts     app 123456

    5 findings in 5 files: 3 errors, 1 warning, 1 note; 2 values inside environment
    dumps; the scan is incomplete
      oldest      Database password at .github/workflows/deploy.yml:12:20, for 5
                  years 9 months, since 2021-02-03 (commit 2f2f2f2f)
      scanned     1,204 files, 3 archives, 40 archive members, 14 MB, 96 commits
                  walked for ages, as of 2026-11-23
      struck out  a reference to a value kept elsewhere (1,220); a placeholder or a
                  documented example (80); too regular to be random (7)
      settings    main:.leakage.yml
      hidden      2 by .leakage.yml:4; 1 by gitleaks:allow comments
      baseline    4 new, 1 known, 1 gone, against .leakage-baseline

    What to put instead
      Database password: Read it from the CI system's secret store: `${{
        secrets.DB_PASSWORD }}`.
      Environment dump: Print the variables that you need by name.
      GitHub installation token: Nothing: do not print it.

    What fails the run
      max-age 90d: 1 finding; revoke it
        1a2b3c4d .github/workflows/deploy.yml:12:20, exposed for 2,119 days

    Not covered: 5 inputs not scanned in full
      symbolic links, not followed (1)
        deploy/current: It leads out of the root.
      encrypted (5)
        logs/build-17.zip > secret-1.txt: The member is encrypted.
        logs/build-17.zip > secret-2.txt: The member is encrypted.
        logs/build-17.zip > secret-3.txt: The member is encrypted.
        and 2 more

    About this scan
      history truncated, ages are lower bounds (1)
        The clone is shallow: ages are lower bounds. Fetch the whole history first.

    """

  @Test func nothingFoundIsOneCalmLineAndTheCoverage() {
    #expect(
      text(Sample.empty) == "No secrets found.\n  scanned     12 files, 35 kB, as of 2026-11-23\n")
  }

  @Test func nothingFoundInAPartIsNotNothingFound() {
    var report = Sample.empty
    report.notifications = [
      Notification(severity: .warning, code: .limit, message: "Cut at 1 GiB.", isIncomplete: true)
    ]
    let text = text(report)
    #expect(text.hasPrefix("No secrets found in what was scanned: the scan is incomplete.\n"))
    #expect(text.contains("Not covered\n  a limit was reached (1)\n    Cut at 1 GiB.\n"))
  }

  @Test func nothingIsSaidOfAgesThatWereNotComputed() {
    var report = Sample.empty
    report.ageScope = "none"
    report.findings = [Sample.finding(Sample.password, Sample.location("a.yml", 1, 1), id: "ab")]
    let text = text(report)
    for word in ["age ", "lifetime", "rotated", "oldest", "since", "unknown"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("1 finding in 1 file: 1 error\n"))
  }

  @Test(arguments: [40, 80, 120])
  func linesKeepTheWidth(width: Int) {
    let lines = text(Sample.story, RenderOptions(width: width, explain: true))
      .split(separator: "\n")
    for line in lines where line.count > width {
      let words = line.split(separator: " ")
      // A single word, or a header's own piece, may be wider than a narrow terminal.
      #expect(width == 40 || words.count == 1, "\(line.count): \(line)")
    }
    #expect(width != 120 || lines.contains { $0.count > 100 }, "the width is used")
  }

  @Test func coloursOnlyAdd() {
    let coloured = text(Sample.story, RenderOptions(color: true))
    #expect(coloured.contains("\u{1B}[1;31merror"))
    var plain = ""
    var rest = coloured[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      plain += rest[..<escape]
      rest = rest[escape...].drop { $0 != "m" }.dropFirst()
    }
    #expect(plain + rest == text(Sample.story))
    #expect(!text(Sample.story).contains("\u{1B}"))
  }

  @Test func explanationsStandWithTheFindings() {
    let text = text(Sample.story, RenderOptions(width: 120, explain: true))
    #expect(text.contains("why       the name says password; the value has 3.4 bits a character"))
    #expect(text.contains("revoke    Set a new password for the user in the database."))
    #expect(!text.contains("What to put instead"), "it was told with each finding")
  }

  @Test func manyPlacesAreCountedNotListed() {
    var report = Sample.empty
    var finding = Sample.finding(Sample.password, Sample.location("a.yml", 1, 1), id: "ab")
    finding.alsoAt = (2...1_200).map { Sample.location("a.yml", $0, 1) }
    report.findings = [finding]
    #expect(text(report).contains("also at   2:1, 3:1, 4:1, and 1,196 more\n"))
  }

  @Test func findingsOfOneFileStandTogether() {
    var report = Sample.empty
    report.findings = ["a", "b", "a"].enumerated().map {
      Sample.finding(Sample.password, Sample.location($1, $0 + 1, 1), id: "a\($0)")
    }
    let text = text(report)
    #expect(text.split(separator: "\n").filter { $0 == "a" || $0 == "b" } == ["a", "b"])
    #expect(text.contains("3 findings in 2 files: 3 errors"))
  }
}
