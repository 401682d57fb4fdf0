import Findings

/// The report as one JSON object; docs/report-schema.md is its page.
enum JSONReport {
  /// Goes up when a reader of the former version would misread the new one.
  static let schemaVersion = 1

  static let format = ReportFormat(
    name: "json", fileExtension: "json", summary: "one object, for programs"
  ) { report, _ in Rendering(bytes: render(report)) }

  static func render(_ report: Report) -> [UInt8] {
    var json = JSONWriter(lineDepth: .max)
    json.object { json in
      json.identity(report)
      json.outcome(report)
      json.array("findings", report.findings) { $0.finding($1, asOf: report.asOf) }
      json.array("struck", report.struck) { $0.struck($1) }
      json.array("notifications", report.notifications) { $0.notification($1) }
    }
    return json.bytes + [0x0A]
  }
}
