import Findings
import Testing

@testable import Reporting

@Suite struct HostileTests {
  private func acting(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars
      .filter { !Visible.isHarmless($0) && $0 != "\n" }
      .map { String($0.value, radix: 16) }
  }

  @Test func nothingThatActsOnATerminalIsWritten() throws {
    for explain in [false, true] {
      for format in ReportFormat.all {
        let bytes = format.render(Hostile.report, RenderOptions(explain: explain)).bytes
        #expect(acting(bytes) == [], "\(format.name)")
      }
    }
    for finding in Hostile.report.findings {
      let bytes = try Explanation.render(Hostile.report, findingID: finding.fingerprint)
      #expect(acting(bytes) == [])
    }
  }

  /// A newline in a name must not make a line that looks like a finding.
  @Test func aNameCannotForgeALine() {
    let text = String(decoding: TextReport.render(Hostile.report, RenderOptions()), as: UTF8.self)
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("  1:1 error") })
  }

  @Test func machinesGetTheExactText() throws {
    let findings =
      try JSONValue.parse(JSONReport.format.render(Hostile.report).bytes)["findings"]?.items ?? []
    #expect(findings.prefix(Hostile.texts.count).map { $0["name"]?.text } == Hostile.texts)
    let lines = JSONLinesReport.format.render(Hostile.report).bytes.split(separator: 0x0A)
    #expect(lines.count == Hostile.texts.count * 3 + 2)
    for line in lines { #expect(throws: Never.self) { try JSONValue.parse(line) } }
  }

  @Test func aMessageHasNoLinkOfTheInputs() throws {
    let results = try JSONValue.parse(SARIFReport.format.render(Hostile.report).bytes)["runs"]?[0]?[
      "results"]?.items
    let message = results?[4]["message"]?["text"]?.text ?? ""
    #expect(message.contains(#"\[x\](http://example.org) {{0}} \\"#))
    #expect(!message.contains("[x]("))
  }

  @Test func theSameReportGivesTheSameBytes() {
    for format in ReportFormat.all {
      for report in [Hostile.report, Sample.story] {
        #expect(format.render(report) == format.render(report), "\(format.name)")
      }
    }
  }

  @Test func formatsAreFoundByName() {
    #expect(
      ReportFormat.all.map(\.name) == [
        "text", "json", "jsonl", "sarif", "html", "gitlab", "junit", "csv",
      ])
    #expect(ReportFormat.named("sarif")?.fileExtension == "sarif")
    #expect(ReportFormat.named("SARIF") == nil)
  }
}
