import Findings

/// The report as JSON, one object a line, each with a `type`: findings, then struck candidates if
/// they were asked for, then notifications, then one summary. A file without a summary at its end
/// was cut.
enum JSONLinesReport {
  static let format = ReportFormat(
    name: "jsonl", fileExtension: "jsonl", summary: "one object a line, for pipes and lakes"
  ) { report, _ in Rendering(bytes: render(report)) }

  static func render(_ report: Report) -> [UInt8] {
    var lines: [UInt8] = []
    func line(_ body: (inout JSONWriter) -> Void) {
      var json = JSONWriter(lineDepth: 0)
      body(&json)
      lines += json.bytes
      lines.append(0x0A)
    }
    for finding in report.findings {
      line { $0.finding(finding, asOf: report.asOf, type: "finding") }
    }
    for candidate in report.struck { line { $0.struck(candidate, type: "struck") } }
    for notification in report.notifications {
      line { $0.notification(notification, type: "notification") }
    }
    line { json in
      json.object { json in
        json.member("type", "summary")
        json.identity(report)
        json.outcome(report)
      }
    }
    return lines
  }
}
