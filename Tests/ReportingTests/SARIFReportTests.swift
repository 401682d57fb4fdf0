import Findings
import Testing

@testable import Reporting

@Suite struct SARIFReportTests {
  private func run(_ report: Report, _ options: RenderOptions = RenderOptions()) throws -> JSONValue
  {
    let bytes = SARIFReport.format.render(report, options).bytes
    return try #require(try JSONValue.parse(bytes)["runs"]?[0])
  }

  @Test func codeScanningHasNoComplaint() throws {
    for report in [Sample.story, Sample.empty, Hostile.report] {
      #expect(try SARIFChecker.complaints(SARIFReport.format.render(report).bytes) == [])
    }
  }

  /// The checker must be able to complain.
  @Test func theCheckerComplains() throws {
    let text = String(decoding: SARIFReport.format.render(Sample.story).bytes, as: UTF8.self)
    for (part, other) in [
      (#""ruleIndex":0"#, #""ruleIndex":1"#), (#""kind":"fail""#, #""kind":"review""#),
      (#""endColumn":38"#, #""endColumn":20"#), (#""uri":"docs/setup.md""#, #""uri":"a b""#),
      (#"](1)"#, "]"), (#""executionSuccessful":true"#, #""executionSuccessful":false"#),
      ("\"security-severity\":\"8.5\"", "\"security-severity\":\"high\""),
      ("\"a7f2ff13bc495cf2:1\"", "\"a7f2\""),
    ] {
      let pieces = text.replacing(part, with: other)
      #expect(pieces != text, "\(part) is not in the file")
      #expect(try SARIFChecker.complaints(Array(pieces.utf8)) != [], "\(other)")
    }
  }

  @Test func theFirstSentenceSaysWhatAndForHowLong() throws {
    let results = try #require(try run(Sample.story)["results"]?.items)
    #expect(
      results.compactMap { $0["message"]?["text"]?.text } == [
        "Database password (DB_PASSWORD) hardcoded for 2,119 days (since 2021-02-03), never "
          + "rotated. Introduced in commit 2f2f2f2f. No expiry: it lives until someone rotates "
          + "it. Also at [docs/setup.md:4](1), [.github/workflows/deploy.yml:40](2). The same "
          + "value: [logs/build-17.zip/3_deploy.txt:44](3).",
        "Database password (password) hardcoded, not committed yet. No expiry: it lives until "
          + "someone rotates it.",
        "GitHub installation token hardcoded for at least 996 days (since 2024-03-01 or earlier, "
          + "history truncated). Removed on 2024-05-02 but still in the history. Introduced in "
          + "commit cdcdcdcd. Dead since 2024-05-02 at the latest.",
        "Environment dump (2 values in clear, 9 masked) printed in a log 935 days ago (on "
          + "2024-05-01). In clear: [DB_PASSWORD](1), [APP_TOKEN](2).",
        "GitHub installation token hardcoded. Expired on 2024-05-01.",
      ])
  }

  @Test func aResultHoldsItsAgeFingerprintsAndPlace() throws {
    let result = try #require(try run(Sample.story)["results"]?[0])
    #expect(
      result["partialFingerprints"]?["primaryLocationLineHash"]?.text == "a7f2ff13bc495cf2:1")
    #expect(result["fingerprints"]?.keys == ["leakage/place/v1"])
    #expect(result["properties"]?["age"]?["days"]?.int == 2_119)
    #expect(result["properties"]?["lifetime"]?["verdict"]?.text == "no-expiry")
    #expect(result["properties"]?["redacted"]?.text == "… (18 bytes)")
    #expect(result["properties"]?["source"]?.text == "file")
    let names = result["locations"]?[0]?["logicalLocations"]?.items ?? []
    #expect(
      names.map { $0["fullyQualifiedName"]?.text }
        == ["jobs.deploy.steps[2].env.DB_PASSWORD", "deploy/2", "deploy"])
    let staged = try #require(try run(Sample.story)["results"]?[1])
    #expect(
      staged["partialFingerprints"]?["primaryLocationLineHash"]?.text == "5e6f7a8b00000000:1",
      "without a line hash our own fingerprint keeps the alert stable")
  }

  @Test func aKeyedFingerprintIsGivenOnlyIfThereIsOne() throws {
    var report = Sample.story
    report.findings[0].secretFingerprint = String(repeating: "ab", count: 16)
    let result = try #require(try run(report)["results"]?[0])
    #expect(
      result["fingerprints"]?["leakage/value/v1"]?.text == String(repeating: "ab", count: 16))
  }

  @Test func theRunSaysWhatItIs() throws {
    let options = RenderOptions(exitCode: 1, informationURI: "https://example.org/leakage")
    let run = try run(Sample.story, options)
    #expect(run["automationDetails"]?["id"]?.text == "leakage/history/")
    #expect(run["redactionTokens"]?[0]?.text == "…")
    let driver = run["tool"]?["driver"]
    #expect(driver?["semanticVersion"]?.text == "0.1.0")
    #expect(driver?["informationUri"]?.text == "https://example.org/leakage")
    let invocation = run["invocations"]?[0]
    #expect(invocation?["exitCode"]?.int == 1)
    #expect(invocation?["endTimeUtc"]?.text == "2026-11-23T00:00:00Z")
    let notes = invocation?["toolExecutionNotifications"]?.items ?? []
    #expect(notes.count == 7)
    #expect(notes[0]["level"]?.text == "warning")
    #expect(
      notes[0]["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]?.text
        == "logs/build-17.zip/secret-1.txt")
    #expect(run["properties"]?["incomplete"]?.flag == true)
  }

  @Test(arguments: [
    ("1.2.3", true), ("0.1.0-dev+5", true), ("1.2", false), ("1.02.3", false), ("dev", false),
    ("1.2.x", false),
  ])
  func onlyASemanticVersionIsCalledOne(version: String, isSemantic: Bool) throws {
    var report = Sample.empty
    report.toolVersion = version
    let driver = try run(report)["tool"]?["driver"]
    #expect(driver?["version"]?.text == version)
    #expect((driver?["semanticVersion"] != nil) == isSemantic)
  }

  @Test func severalRootsHaveTheirPrefix() throws {
    var report = Sample.story
    report.roots = [
      Root(prefix: Path("one/"), isRepository: true),
      Root(prefix: Path("two/"), isRepository: true),
    ]
    let uri = try run(report)["results"]?[0]?["locations"]?[0]?["physicalLocation"]?[
      "artifactLocation"]?["uri"]
    #expect(uri?.text == "one/.github/workflows/deploy.yml")
  }

  @Test(arguments: [
    ("a b/ü.yml", [], "a%20b/%C3%BC.yml"), ("a.zip", ["../../etc/x"], "a.zip/%2E%2E/%2E%2E/etc/x"),
    ("a.zip", ["/abs"], "a.zip/abs"), ("", [], "stdin"), ("//host/x", [], "/host/x"),
    ("a.zip", [""], "a.zip/"), ("a:b", [], "a%3Ab"),
  ])
  func urisAreRelativeAndHarmless(path: String, members: [String], uri: String) {
    let origin = Sample.location(path, 1, 1, members: members).origin
    #expect(ArtifactURI.text(origin, Sample.empty) == uri)
  }

  @Test func aRegionIsNeverEmpty() throws {
    var report = Sample.empty
    var finding = Sample.finding(Sample.password, Sample.location("a", 1, 1), id: "ab")
    finding.location = Location(
      origin: finding.location.origin,
      region: Region(
        byteOffset: 0, byteLength: 0, startLine: 0, startColumn: 0, endLine: 0, endColumn: 0),
      place: Place())
    report.findings = [finding]
    #expect(try SARIFChecker.complaints(SARIFReport.format.render(report).bytes) == [])
  }

  @Test func manyPlacesAreCut() throws {
    var report = Sample.story
    report.findings[0].alsoAt = (1...500).map { Sample.location("x.yml", $0, 1) }
    report.findings[3].members = (1...200).map {
      Sample.finding(Sample.password, Sample.location("l", $0, 1), id: "c\($0)", name: "N\($0)")
    }
    #expect(try SARIFChecker.complaints(SARIFReport.format.render(report).bytes) == [])
    let results = try #require(try run(report)["results"]?.items)
    #expect(results[0]["relatedLocations"]?.items.count == 10)
    #expect(results[0]["properties"]?["alsoAtLeftOut"]?.int == 490)
    #expect(results[0]["message"]?["text"]?.text?.contains("and 490 more") == true)
    #expect(results[3]["relatedLocations"]?.items.count == 90)
    #expect(results[3]["properties"]?["membersLeftOut"]?.int == 110)
  }

  @Test func markdownKeepsCodeAndBeginsNoHTML() {
    #expect(
      SARIFText.markdown("put `<name>` and <script>, `${{ x }}`")
        == "put `<name>` and &lt;script>, `${{ x }}`")
  }

  @Test func manyNotificationsAreCounted() throws {
    var report = Sample.empty
    report.notifications = (0..<1_005).map {
      Notification(severity: .warning, code: .unreadable, message: "No permission (\($0)).")
    }
    let notes = try #require(
      try run(report)["invocations"]?[0]?["toolExecutionNotifications"]?.items)
    #expect(notes.count == 1_001)
    #expect(notes.last?["message"]?["text"]?.text == "5 more of this kind: not readable.")
  }
}
