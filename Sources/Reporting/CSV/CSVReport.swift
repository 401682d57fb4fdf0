import Findings

/// One line a finding, for a table (RFC 4180, with plain line feeds). Cells that a table program would take for a formula
/// begin with an apostrophe.
enum CSVReport {
  static let format = ReportFormat(
    name: "csv", fileExtension: "csv", summary: "one line a finding, for tables"
  ) { report, _ in Rendering(bytes: render(report)) }

  private static let columns = [
    "id", "rule", "severity", "confidence", "rank", "path", "line", "column", "name", "redacted",
    "since", "days", "lowerBound", "removed", "rotations", "lifetime", "baseline", "breaches",
    "fingerprint",
  ]

  static func render(_ report: Report) -> [UInt8] {
    var text = columns.joined(separator: ",") + "\n"
    for finding in report.findings.flatMap({ [$0] + $0.members }) {
      text += cells(finding, report).map(quoted).joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func cells(_ finding: Finding, _ report: Report) -> [String] {
    let region = finding.location.region
    return [
      finding.id, finding.rule.id, finding.severity.name, finding.confidence.name,
      String(Rank.of(finding, asOf: report.asOf)),
      PlaceWords.document(finding.location.origin, report), String(region.startLine),
      String(region.startColumn), finding.evidence.name ?? "", finding.secret.redacted,
      finding.age?.since?.description ?? "",
      finding.age?.since.map { String(report.asOf.days(since: $0)) } ?? "",
      finding.age.map { String($0.isLowerBound) } ?? "",
      finding.age?.removed?.committerDate.description ?? "",
      finding.rotation.map { String($0.count) } ?? "", finding.lifetime?.name ?? "",
      finding.baseline?.rawValue ?? "", finding.breaches.map(\.rule).joined(separator: "; "),
      finding.fingerprint,
    ]
  }

  private static func quoted(_ cell: String) -> String {
    var text = Visible.text(cell)
    if let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isWhitespace }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
