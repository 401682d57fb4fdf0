import Findings

/// What the findings amount to, what was covered and what was struck out.
struct TextSummary {
  private static let column = 12
  private let report: Report
  private let totals: Totals

  init(report: Report) {
    self.report = report
    totals = Totals(report)
  }

  /// The summary; with what to put instead of each kind of secret unless the findings told it.
  func write(to lines: inout TextLines, remedies: Bool) {
    lines.paragraph(headline, .strong, indent: 0, hanging: 0)
    lines.labelled("oldest", oldest, indent: 2, column: Self.column)
    lines.labelled(
      "scanned", CoverageWords.phrases(report.coverage) + ["as of \(report.asOf.day)"], indent: 2,
      column: Self.column)
    lines.labelled(
      "struck out", CoverageWords.strikes(struckOut), separator: "; ", indent: 2,
      column: Self.column)
    lines.labelled(
      "settings", report.configuration.map { [PlaceWords.clipped($0, 80)] } ?? [], indent: 2,
      column: Self.column)
    lines.labelled(
      "hidden", HidingWords.phrases(report.suppressions), separator: "; ", indent: 2,
      column: Self.column)
    lines.labelled(
      "baseline", report.baseline.map(HidingWords.phrases) ?? [], indent: 2, column: Self.column)
    if remedies { writeRemedies(to: &lines) }
  }

  private var headline: String {
    let rest = report.isIncomplete ? " in what was scanned: the scan is incomplete" : ""
    guard totals.findings > 0 else { return "No secrets found\(rest)." }
    let levels = Severity.allCases.reversed().compactMap { severity in
      totals.bySeverity[severity].map { Numbers.count($0, severity.name) }
    }
    let members =
      totals.members > 0
      ? "; \(Numbers.count(totals.members, "value")) inside environment dumps" : ""
    return "\(Numbers.count(totals.findings, "finding")) in "
      + "\(Numbers.count(totals.documents, "file")): \(levels.joined(separator: ", "))\(members)"
      + (report.isIncomplete ? "; the scan is incomplete" : "")
  }

  /// What was allowed stands on a line of its own.
  private var struckOut: [Strike: Int] {
    report.strikes.filter { $0.key != .allowlist && $0.key != .inlineAllow }
  }

  private var oldest: [String] {
    guard totals.findings > 1, let finding = totals.oldest, let age = finding.age else { return [] }
    return [
      "\(Visible.text(finding.rule.name)) at \(PlaceWords.position(finding.location, report))",
      AgeWords.exposure(age, asOf: report.asOf),
    ]
  }

  /// What to put instead, once for each rule with findings, the worst first.
  private func writeRemedies(to lines: inout TextLines) {
    var worst: [String: (rule: RuleDescriptor, severity: Severity)] = [:]
    var last: (rule: RuleDescriptor, severity: Severity)?
    func add(_ finding: Finding) {
      if let last, last.rule == finding.rule, last.severity == finding.severity { return }
      last = (finding.rule, finding.severity)
      let known = worst[finding.rule.id]?.severity ?? finding.severity
      worst[finding.rule.id] = (finding.rule, max(known, finding.severity))
    }
    for finding in report.findings {
      add(finding)
      for member in finding.members { add(member) }
    }
    let rules = worst.values.filter { !$0.rule.replace.isEmpty }
      .sorted { ($1.severity, $0.rule.id) < ($0.severity, $1.rule.id) }
    guard !rules.isEmpty else { return }
    lines.blank()
    lines.line("What to put instead", .strong)
    for (rule, _) in rules.prefix(Self.shown) {
      lines.paragraph(
        "\(Visible.text(rule.name)): \(Visible.text(rule.replace))", indent: 2, hanging: 4)
    }
    if rules.count > Self.shown {
      lines.line("and for \(Numbers.count(rules.count - Self.shown, "more rule"))", indent: 2)
    }
  }

  private static let shown = 8
}
