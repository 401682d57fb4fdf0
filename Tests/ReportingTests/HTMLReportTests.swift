import Findings
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  private func page(_ report: Report) -> String {
    String(decoding: HTMLReport.render(report), as: UTF8.self)
  }

  @Test func thePageLoadsAndRunsNothing() throws {
    for report in [Sample.story, Sample.empty, Hostile.report] {
      let page = page(report)
      let policy = try #require(page.firstMatch(of: /content="(default-src [^"]*)"/)?.1)
      #expect(policy.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
      #expect(!policy.contains("unsafe"))
      // Only what stands behind a real `<` is markup: names have none left.
      let tags = page.matches(of: /<([a-z0-9]+)((?: [a-zA-Z-]+="[^"<>]*")*)>/)
      #expect(tags.count == page.utf8.count { $0 == UInt8(ascii: "<") } - closings(page) - 1)
      for tag in tags {
        #expect(!["script", "iframe", "img", "link", "object", "form"].contains(tag.1))
        #expect(!tag.2.contains(" on") && !tag.2.contains(" style=") && !tag.2.contains(" src="))
        let links = tag.2.matches(of: /\shref="([^"]*)"/)
        #expect(links.allSatisfy { $0.1.hasPrefix("#f-") })
      }
    }
  }

  private func closings(_ page: String) -> Int { page.matches(of: /<\/[a-z0-9]+>/).count }

  @Test func thePageIsWellFormed() throws {
    for report in [Sample.story, Sample.empty, Hostile.report] {
      var open: [Substring] = []
      for tag in page(report).matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
        if tag.2 == "meta" { continue }
        if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2) }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func nothingFoundIsSaid() {
    let page = page(Sample.empty)
    #expect(page.contains("No secrets found"))
    #expect(!page.contains("<table"))
    #expect(page.contains("Coverage"))
  }

  @Test func everyFindingHasARowInTheOrderOfRisk() {
    let page = page(SARIFLimitsTests.many(5_001))
    #expect(page.matches(of: /<tr id=/).count == 5_000)
    #expect(page.contains("1 more, of lower risk, are not shown here."))
    let first = page.firstRange(of: "level note")
    let last = page.ranges(of: "level error").last
    #expect(first.map { first in last.map { $0.upperBound < first.lowerBound } ?? false } == true)
  }

  /// A weakness is no value: it has no length, no age and no life.
  @Test func aWeaknessIsToldByItsReasons() {
    var report = Sample.empty
    var weakness = Sample.finding(Sample.password, Sample.location("w.yml", 3, 4), id: "bbb")
    weakness.evidence = Evidence(
      detector: Evidence.workflowDetector, reasons: ["the step prints <everything>"])
    report.findings = [
      Sample.finding(Sample.password, Sample.location("a", 1, 1), id: "aaa"), weakness,
    ]
    let figures = Figures(report)
    #expect(figures.values.count == 1 && figures.alive == 1)
    let row = page(report).firstMatch(of: /<tr id="f-bbb00000">.*?<\/tr>/)?.output
    #expect(row?.contains("the step prints &lt;everything&gt;") == true)
    #expect(row?.contains("bytes") == false && row?.contains("not ") == false)
  }

  @Test func agesAreCountedInTheirBins() {
    #expect(
      AgeBins([0, 6, 7, 29, 30, 90, 364, 365, 1_094, 1_095, 9_999]).counts == [2, 2, 1, 2, 2, 2])
    #expect(AgeBins.labels.count == AgeBins([]).counts.count)
  }

  @Test(arguments: [(2026, "2026-01"), (2025, "2025-01"), (2020, "2020 Q1"), (1995, "1995")])
  func theTimelineHasFewColumns(_ year: Int, _ name: String) {
    var report = Sample.empty
    report.asOf = Timestamp(year: 2026, month: 11, day: 1)
    var finding = Sample.finding(Sample.password, Sample.location("a", 1, 1), id: "aaa")
    finding.age = Age(since: Timestamp(year: year, month: 2, day: 3), basis: .author)
    report.findings = [finding]
    finding.age = Age(since: Timestamp(year: 1970, month: 1, day: 1), basis: .author)
    report.findings.append(finding)
    let timeline = Timeline(Figures(report), asOf: report.asOf)
    #expect(timeline.buckets.first?.name.prefix(4) == name.prefix(4))
    #expect(timeline.buckets.count <= 40)
    #expect(timeline.buckets.map(\.introduced).reduce(0, +) == 1)
  }

  @Test func secretDaysEndWithTheRemoval() throws {
    let figures = Figures(Sample.story)
    for value in figures.values {
      guard let since = value.finding.age?.since else {
        #expect(value.days == nil)
        continue
      }
      let end = value.finding.age?.removed?.committerDate ?? Sample.story.asOf
      #expect(value.days == end.days(since: since))
    }
    let sums = figures.sums { $0.rule.id }
    #expect(sums.map(\.values).reduce(0, +) == figures.values.count)
    #expect(zip(sums, sums.dropFirst()).allSatisfy { $0.days >= $1.days })
  }
}
