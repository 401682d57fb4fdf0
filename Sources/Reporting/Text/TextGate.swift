import Findings

/// Why the gate is closed: which finding breaks which rule, and what would mend it.
struct TextGate {
  private static let shown = 5
  private let report: Report

  init(report: Report) { self.report = report }

  func write(to lines: inout TextLines) {
    let groups = GateWords(report).groups
    guard !groups.isEmpty else { return }
    lines.blank()
    lines.line("What fails the run", .strong)
    for group in groups {
      let count = Numbers.count(group.findings.count, "finding")
      lines.paragraph("\(group.rule): \(count); \(group.remedy)", indent: 2, hanging: 4)
      for (finding, cause) in group.findings.prefix(Self.shown) {
        lines.paragraph(
          "\(finding.id) \(PlaceWords.position(finding.location, report)), \(cause)", indent: 4,
          hanging: 13)
      }
      let more = group.findings.count - Self.shown
      if more > 0 { lines.line("and \(Numbers.grouped(more)) more", indent: 4) }
    }
  }
}
