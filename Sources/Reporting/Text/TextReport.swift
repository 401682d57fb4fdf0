import Findings

/// The report for people: findings by file, then what they amount to and what was not covered.
enum TextReport {
  static let format = ReportFormat(
    name: "text", fileExtension: "txt", summary: "for people, grouped by file",
    writing: { report, options, sharing, take in
      write(report, options, sharing, to: take)
      return 0
    })

  static func render(_ report: Report, _ options: RenderOptions) -> [UInt8] {
    format.render(report, options).bytes
  }

  private static func write(
    _ report: Report, _ options: RenderOptions, _ sharing: any Sharing,
    to take: ([UInt8]) -> Void
  ) {
    let findings = TextFindings(
      report: report, explain: options.explain, groupBy: options.groupBy)
    // What the baseline knows is counted; it is shown where it breaks a rule of the gate all the same.
    let shown = report.findings.filter { $0.baseline != .unchanged || !$0.breaches.isEmpty }
    let groups = TextGroup.groups(shown, by: options.groupBy, of: report)
    let places = groups.indices.flatMap { group in
      groups[group].findings.indices.map { (group: group, finding: $0) }
    }
    Pieces(sharing: sharing).write(
      of: places.count,
      { range in
        var lines = TextLines(options)
        for place in places[range] {
          findings.write(groups[place.group], place.finding, to: &lines)
        }
        return lines.bytes
      }, to: take)
    var lines = TextLines(options)
    TextSummary(report: report).write(to: &lines, remedies: !options.explain)
    TextGate(report: report).write(to: &lines)
    TextGaps(report: report).write(to: &lines)
    take(lines.bytes)
  }
}
