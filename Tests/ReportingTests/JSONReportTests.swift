import Findings
import Testing

@testable import Reporting

@Suite struct JSONReportTests {
  private func json(_ report: Report) throws -> JSONValue {
    try JSONValue.parse(JSONReport.format.render(report).bytes)
  }

  private func lines(_ report: Report) throws -> [JSONValue] {
    try JSONLinesReport.format.render(report).bytes.split(separator: 0x0A).map {
      try JSONValue.parse($0)
    }
  }

  @Test func aFindingHoldsWhatWasComputed() throws {
    let finding = try #require(try json(Sample.story)["findings"]?[0])
    #expect(finding["id"]?.text == "1a2b3c4d")
    #expect(finding["rule"]?.text == "database-password")
    #expect(finding["name"]?.text == "DB_PASSWORD")
    #expect(finding["redacted"]?.text == "… (18 bytes)")
    #expect(finding["length"]?.int == 18)
    #expect(finding["location"]?["region"]?["startColumn"]?.int == 20)
    #expect(finding["location"]?["place"]?["job"]?.text == "deploy")
    #expect(finding["age"]?["days"]?.int == 2_119)
    #expect(finding["age"]?["since"]?.text == "2021-02-03T00:00:00Z")
    #expect(finding["rotation"]?["count"]?.int == 0)
    #expect(finding["lifetime"]?["verdict"]?.text == "no-expiry")
    #expect(finding["alsoAt"]?.items.count == 2)
    #expect(finding["valueGroup"]?.int == 1)
  }

  @Test func whatWasNotComputedIsAbsent() throws {
    var report = Sample.empty
    report.ageScope = "none"
    report.findings = [Sample.finding(Sample.password, Sample.location("a.yml", 1, 1), id: "ab")]
    let finding = try #require(try json(report)["findings"]?[0])
    #expect(
      finding.keys.isDisjoint(with: [
        "age", "rotation", "lifetime", "name", "secretFingerprint", "valueGroup", "type",
      ]))
    #expect(finding["location"]?["place"] == nil)
    let staged = try #require(try json(Sample.story)["findings"]?[1])
    #expect(staged["age"]?["basis"]?.text == "uncommitted")
    #expect(staged["age"]?["days"] == nil)
  }

  @Test func membersAreNestedAndCounted() throws {
    let report = try json(Sample.story)
    #expect(report["findings"]?[3]?["members"]?.items.count == 2)
    #expect(report["counts"]?["findings"]?.int == 5)
    #expect(report["counts"]?["members"]?.int == 2)
    #expect(report["counts"]?["error"]?.int == 3)
    #expect(report["counts"]?["documents"]?.int == 5)
    #expect(
      report["rules"]?.items.map { $0["id"]?.text }
        == ["database-password", "environment-dump", "github-installation-token"])
  }

  @Test func theScanItselfIsTold() throws {
    let report = try json(Sample.story)
    #expect(report["schemaVersion"]?.int == 1)
    #expect(report["asOf"]?.text == "2026-11-23T00:00:00Z")
    #expect(report["incomplete"]?.flag == true)
    #expect(report["strikes"]?["reference"]?.int == 1_220)
    #expect(report["coverage"]?["bytes"]?.int == 14_200_000)
    #expect(report["struck"]?.items.count == 2)
    let note = try #require(report["notifications"]?[0])
    #expect(note["code"]?.text == "encrypted")
    #expect(note["origin"]?["members"]?[0]?["path"]?.text == "secret-1.txt")
  }

  @Test func aPathThatIsNoTextKeepsItsBytes() throws {
    var report = Sample.empty
    var finding = Sample.finding(Sample.password, Sample.location("x", 1, 1), id: "ab")
    finding.location = Location(
      origin: Origin(source: .file, path: Path(bytes: [0x61, 0xFF, 0x0A])),
      region: finding.location.region, place: Place())
    report.findings = [finding]
    let location = try #require(try json(report)["findings"]?[0]?["location"])
    #expect(location["path"]?.text == "a\u{FFFD}\n")
    #expect(location["pathBase64"]?.text == "Yf8K")
  }

  @Test func everyLineHasATypeAndTheLastIsTheSummary() throws {
    let lines = try lines(Sample.story)
    let types = lines.compactMap { $0["type"]?.text }
    #expect(
      types == Array(repeating: "finding", count: 5) + ["story"]
        + Array(repeating: "struck", count: 2) + Array(repeating: "notification", count: 7) + [
          "summary"
        ])
    #expect(lines.last?["counts"]?["findings"]?.int == 5)
    #expect(lines.last?["coverage"]?["files"]?.int == 1_204)
    #expect(lines.last?["incomplete"]?.flag == true)
    #expect(try self.lines(Sample.empty).count == 1)
  }

  @Test func aLineHoldsWhatTheObjectHolds() throws {
    let whole = try json(Sample.story)
    for (index, line) in try lines(Sample.story).prefix(5).enumerated() {
      var members: [String: JSONValue] = [:]
      for key in line.keys where key != "type" { members[key] = line[key] }
      #expect(.object(members) == whole["findings"]?[index])
    }
  }
}
