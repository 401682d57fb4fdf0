import Findings

/// The report as JSON, one object a line, each with a `type`: findings, then stories, then struck candidates if
/// they were asked for, then notifications, then one summary. A file without a summary at its end
/// was cut.
enum JSONLinesReport {
  static let format = ReportFormat(
    name: "jsonl", fileExtension: "jsonl", summary: "one object a line, for pipes and lakes",
    writing: { report, _, sharing, take in
      write(report, sharing, to: take)
      return 0
    })

  private static func write(
    _ report: Report, _ sharing: any Sharing, to take: ([UInt8]) -> Void
  ) {
    Pieces(sharing: sharing).write(
      of: report.findings.count,
      { range in
        var json = JSONWriter(lineDepth: 0)
        for finding in report.findings[range] {
          json.finding(finding, asOf: report.asOf, type: "finding")
          json.endLine()
        }
        return json.bytes
      }, to: take)
    var json = JSONWriter(lineDepth: 0)
    func line(_ body: (inout JSONWriter) -> Void) {
      body(&json)
      json.endLine()
      json.handOut(to: take)
    }
    let correlation = CorrelationIndex(report)
    for group in correlation.order {
      line { $0.story(group, correlation.findings(of: group), type: "story") }
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
    take(json.bytes)
  }
}
