import Findings

/// The report for people: findings by file, then what they amount to and what was not covered.
enum TextReport {
  static let format = ReportFormat(
    name: "text", fileExtension: "txt", summary: "for people, grouped by file"
  ) { Rendering(bytes: render($0, $1)) }

  static func render(_ report: Report, _ options: RenderOptions) -> [UInt8] {
    var lines = TextLines(options)
    let findings = TextFindings(
      report: report, explain: options.explain, groupBy: options.groupBy)
    // What the baseline knows is counted; it is shown where it breaks a rule of the gate all the same.
    let shown = report.findings.filter { $0.baseline != .unchanged || !$0.breaches.isEmpty }
    for group in TextGroup.groups(shown, by: options.groupBy, of: report) {
      findings.write(group, to: &lines)
    }
    TextSummary(report: report).write(to: &lines, remedies: !options.explain)
    TextGate(report: report).write(to: &lines)
    TextGaps(report: report).write(to: &lines)
    return lines.bytes
  }
}
