import Findings

/// JUnit's XML: a suite for each file, a failed case for each finding. What does not fail the run is
/// skipped; what could not be read in full is an error.
enum JUnitReport {
  static let format = ReportFormat(
    name: "junit", fileExtension: "xml", summary: "JUnit XML, for test reports"
  ) { report, _ in Rendering(bytes: render(report)) }

  static func render(_ report: Report) -> [UInt8] {
    let gaps = report.notifications.filter(\.isIncomplete)
    let failures = report.findings.count { !$0.breaches.isEmpty }
    // HTML's escapes of text and attributes are XML's, too; what XML cannot hold is made visible.
    var xml = HTMLWriter()
    xml.fixed("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.element("testsuites", [("name", "leakage")]) { xml in
      xml.fixed("\n")
      xml.element(
        "testsuite",
        [
          ("name", "leakage"), ("tests", "\(max(1, report.findings.count + gaps.count))"),
          ("failures", "\(failures)"), ("errors", "\(gaps.count)"),
          ("skipped", "\(report.findings.count - failures)"),
          ("timestamp", String(report.asOf.description.dropLast())),
        ]
      ) { xml in
        for finding in report.findings { self.case(finding, report, &xml) }
        for gap in gaps { error(gap, report, &xml) }
        if report.findings.isEmpty, gaps.isEmpty {
          xml.fixed("\n")
          xml.open("testcase", [("classname", "leakage"), ("name", "no secrets found")])
          xml.fixed("</testcase>")
        }
        xml.fixed("\n")
      }
      xml.fixed("\n")
    }
    xml.fixed("\n")
    return xml.bytes
  }

  private static func `case`(_ finding: Finding, _ report: Report, _ xml: inout HTMLWriter) {
    let position = PlaceWords.position(finding.location, report)
    xml.fixed("\n")
    xml.element(
      "testcase",
      [
        ("classname", PlaceWords.document(finding.location.origin, report)),
        ("name", "\(finding.rule.name) at \(PlaceWords.lineAndColumn(finding.location.region))"),
        ("file", PlaceWords.document(finding.location.origin, report)),
        ("line", "\(finding.location.region.startLine)"),
      ]
    ) { xml in
      let message = SARIFMessage(finding, asOf: report.asOf).text(alsoAt: [], members: [])
      guard !finding.breaches.isEmpty else {
        xml.open("skipped", [("message", message)])
        xml.fixed("</skipped>")
        return
      }
      xml.element("failure", [("type", finding.rule.id), ("message", message)]) { xml in
        xml.text("\(position): \(finding.secret.redacted)")
        for breach in finding.breaches {
          xml.fixed("\n")
          xml.text("\(breach.rule): \(breach.cause); \(breach.remedy)")
        }
      }
    }
  }

  private static func error(_ gap: Notification, _ report: Report, _ xml: inout HTMLWriter) {
    xml.fixed("\n")
    let place = gap.origin.map { PlaceWords.document($0, report) } ?? "the scan"
    xml.element(
      "testcase", [("classname", place), ("name", "scanned in full: \(gap.code.rawValue)")]
    ) { xml in
      xml.open(
        "error", [("type", gap.code.rawValue), ("message", PlaceWords.clipped(gap.message, 1_000))])
      xml.fixed("</error>")
    }
  }
}
