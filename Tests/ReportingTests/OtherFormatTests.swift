import Findings
import Testing

@testable import Reporting

@Suite struct OtherFormatTests {
  static let reports = [Sample.story, Sample.empty, Hostile.report]

  @Test func gitlabHasWhatItsSchemaAsksFor() throws {
    for report in Self.reports {
      let json = try JSONValue.parse(GitLabReport.render(report))
      #expect(json["version"]?.text == "15.2.1")
      let time = try #require(json["scan"]?["start_time"]?.text)
      #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/) != nil)
      #expect(json["scan"]?["type"]?.text == "secret_detection")
      let all = json["vulnerabilities"]?.items ?? []
      #expect(all.count == report.findings.count)
      for one in all {
        let id = try #require(one["id"]?.text)
        #expect(
          id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
            != nil)
        #expect(one["identifiers"]?[0]?["value"]?.text?.isEmpty == false)
        #expect(one["location"]?["commit"]?["sha"]?.text?.count ?? 0 >= 40)
        #expect(["Critical", "Medium", "Info"].contains(one["severity"]?.text))
        #expect((one["name"]?.text?.count ?? 0) <= 255)
      }
      #expect(
        Set(all.compactMap { $0["id"]?.text }).count
          == Set(report.findings.map(\.fingerprint)).count)
    }
  }

  @Test(.enabled(if: Python.isAvailable, "python3 is not installed"))
  func junitIsXMLAndCounts() {
    let script = """
      import sys, xml.etree.ElementTree as tree
      for text in sys.stdin.buffer.read().split(b"\\0")[:-1]:
          suite = tree.fromstring(text).find("testsuite")
          cases = suite.findall("testcase")
          assert len(cases) == int(suite.get("tests")), suite.attrib
          for kind, name in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
              assert len(suite.findall(f"testcase/{name}")) == int(suite.get(kind)), kind
      """
    var broken = Sample.story
    broken.findings[0].breaches = [Breach(rule: "fail-on error", cause: "<&>", remedy: "\"'")]
    let files: [UInt8] = (Self.reports + [broken]).flatMap { JUnitReport.render($0) + [0] }
    #expect(Python.run(script, "", input: files))
  }

  @Test(.enabled(if: Python.isAvailable, "python3 is not installed"))
  func csvHasEqualRowsAndNoFormula() {
    let script = """
      import csv, io, sys
      for text in sys.stdin.buffer.read().decode().split("\\0")[:-1]:
          rows = list(csv.reader(io.StringIO(text)))
          assert all(len(row) == len(rows[0]) for row in rows)
          assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row)
      """
    let files: [UInt8] = Self.reports.flatMap { CSVReport.render($0) + [0] }
    #expect(Python.run(script, "", input: files))
  }
}
