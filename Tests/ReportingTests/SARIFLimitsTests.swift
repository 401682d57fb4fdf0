import Findings
import Testing

@testable import Reporting

@Suite struct SARIFLimitsTests {
  /// Findings of one rule, every tenth a note and so of a lower rank.
  static func many(_ count: Int) -> Report {
    var report = Sample.empty
    report.findings = (0..<count).map { number in
      var finding = Sample.finding(
        Sample.password, Sample.location("f.yml", number + 1, 1), id: "f\(number)")
      if number % 10 == 3 { finding.severity = .note }
      return finding
    }
    return report
  }

  private func lines(_ bytes: [UInt8]) throws -> [Int] {
    try JSONValue.parse(bytes)["runs"]?[0]?["results"]?.items.compactMap {
      $0["locations"]?[0]?["physicalLocation"]?["region"]?["startLine"]?.int
    } ?? []
  }

  @Test func theLowestRankIsLeftOutAndCounted() throws {
    var limits = SARIFLimits()
    limits.results = 18
    let rendering = SARIFReport.render(Self.many(20), RenderOptions(), limits)
    #expect(rendering.leftOut == 2)
    #expect(try lines(rendering.bytes) == Array(1...20).filter { $0 % 10 != 4 })
    #expect(try SARIFChecker.complaints(rendering.bytes) == [])
    let notes = try JSONValue.parse(rendering.bytes)["runs"]?[0]?["invocations"]?[0]?[
      "toolExecutionNotifications"]
    #expect(notes?[0]?["descriptor"]?["id"]?.text == "report-limit")
    #expect(notes?[0]?["message"]?["text"]?.text?.hasPrefix("2 results of the lowest rank") == true)
  }

  @Test func oneMoreThanCodeScanningTakesIsLeftOut() throws {
    let rendering = SARIFReport.format.render(Self.many(25_001))
    #expect(rendering.leftOut == 1)
    // Each result stands on its line.
    let results = rendering.bytes.split(separator: 0x0A).count { line in
      line.starts(with: "        {\"ruleId\"".utf8)
    }
    #expect(results == 25_000)
  }

  @Test func theSizeIsALimitToo() throws {
    var limits = SARIFLimits()
    limits.compressedBytes = 6_000
    let rendering = SARIFReport.render(Self.many(100), RenderOptions(), limits)
    #expect(rendering.leftOut > 0 && rendering.leftOut < 100)
    #expect(try lines(rendering.bytes).count == 100 - rendering.leftOut)
    limits.compressedBytes = 1
    #expect(SARIFReport.render(Self.many(3), RenderOptions(), limits).leftOut == 3)
  }

  @Test func splittingLeavesNothingOut() throws {
    let files = SARIFReport.split(Self.many(25), limit: 10)
    #expect(try files.map { try lines($0) } == [Array(1...10), Array(11...20), Array(21...25)])
    let categories = try files.map {
      try JSONValue.parse($0)["runs"]?[0]?["automationDetails"]?["id"]?.text
    }
    #expect(
      categories == ["leakage/tree/part-1/", "leakage/tree/part-2/", "leakage/tree/part-3/"])
    for file in files { #expect(try SARIFChecker.complaints(file) == []) }
  }

  @Test func whatFitsIsNotSplit() throws {
    #expect(SARIFReport.split(Self.many(10), limit: 10).count == 1)
    #expect(
      SARIFReport.split(Self.many(10), limit: 10) == [
        SARIFReport.format.render(Self.many(10)).bytes
      ])
    #expect(SARIFReport.split(Sample.empty).count == 1)
    #expect(SARIFReport.split(Self.many(3), limit: 0).count == 3, "a file holds one at least")
  }

  @Test func splittingKeepsTheSizeToo() throws {
    var limits = SARIFLimits()
    limits.compressedBytes = 6_000
    let files = SARIFReport.split(Self.many(100), RenderOptions(), limits)
    #expect(files.count > 1)
    #expect(try files.flatMap { try lines($0) } == Array(1...100))
  }

  @Test func theRankFollowsSeverityAgeAndLife() {
    var finding = Sample.story.findings[0]
    func rank() -> Int { Rank.of(finding, asOf: Sample.asOf) }
    #expect(rank() == 50 + 5 + 15 + 15 + 10)
    finding.age = Age(since: Sample.day("2026-11-22"), basis: .author)
    #expect(rank() == 80)
    finding.lifetime = LifetimeVerdict(state: .expiredProved(Sample.asOf), evidence: "")
    #expect(rank() == 65)
    finding.severity = .note
    #expect(rank() == 15)
  }
}
