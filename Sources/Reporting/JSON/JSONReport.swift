import Findings

/// The report as one JSON object; docs/report-schema.md is its page.
enum JSONReport {
  /// Goes up when a reader of the former version would misread the new one.
  static let schemaVersion = 1

  static let format = ReportFormat(
    name: "json", fileExtension: "json", summary: "one object, for programs",
    writing: { report, _, sharing, take in
      write(report, sharing, to: take)
      return 0
    })

  private static func write(
    _ report: Report, _ sharing: any Sharing, to take: ([UInt8]) -> Void
  ) {
    var json = JSONWriter(lineDepth: .max)
    json.object { json in
      json.identity(report)
      json.outcome(report)
      json.array("findings") { json in
        let depth = json.depth
        Pieces(sharing: sharing).write(
          of: report.findings.count,
          { range in
            var piece = JSONWriter(lineDepth: .max, depth: depth)
            for finding in report.findings[range] { piece.finding(finding, asOf: report.asOf) }
            return piece.bytes
          },
          to: { piece in
            json.elements(piece)
            json.handOut(to: take)
          })
      }
      let correlation = CorrelationIndex(report)
      json.array("stories", correlation.order) { json, group in
        json.story(group, correlation.findings(of: group))
        json.handOut(to: take)
      }
      json.array("struck", report.struck) { json, candidate in
        json.struck(candidate)
        json.handOut(to: take)
      }
      json.array("notifications", report.notifications) { $0.notification($1) }
    }
    take(json.bytes + [0x0A])
  }
}
