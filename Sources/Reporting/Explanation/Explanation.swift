public import Findings

/// All that is known about one finding, for a person who has to decide what to do with it.
public enum Explanation {
  /// The explanation of the finding whose fingerprint begins with `findingID`, members of
  /// environment dumps included.
  ///
  /// - Throws: ``ExplanationError`` if no finding or several have such a fingerprint.
  public static func render(
    _ report: Report, findingID: String, _ options: RenderOptions = RenderOptions()
  ) throws(ExplanationError) -> [UInt8] {
    let finding = try find(findingID, in: report)
    var lines = TextLines(options)
    lines.line(PlaceWords.document(finding.location.origin, report), .heading)
    lines.blank()
    TextFindings(report: report, explain: true).write(finding, indent: 2, to: &lines)
    writeJudgement(finding, to: &lines)
    writeStruck(near: finding, report, to: &lines)
    writeAllowance(finding, to: &lines)
    return lines.bytes
  }

  /// The finding of an id or a longer prefix of its fingerprint; either case.
  static func find(_ id: String, in report: Report) throws(ExplanationError) -> Finding {
    let prefix = id.lowercased()
    let all = report.findings.flatMap { [$0] + $0.members }
    let matches = prefix.isEmpty ? [] : all.filter { $0.fingerprint.hasPrefix(prefix) }
    guard let first = matches.first else { throw .unknown(id: id) }
    let fingerprints = Set(matches.map(\.fingerprint)).sorted()
    guard fingerprints.count == 1 else {
      let length = distinguishing(fingerprints)
      throw .ambiguous(
        id: id, candidates: fingerprints.prefix(5).map { String($0.prefix(length)) },
        count: fingerprints.count)
    }
    return first
  }

  /// How many digits tell sorted fingerprints apart: eight at least.
  private static func distinguishing(_ sorted: [String]) -> Int {
    zip(sorted, sorted.dropFirst())
      .map { zip($0, $1).prefix { $0 == $1 }.count + 1 }
      .reduce(8, max)
  }

  private static func writeJudgement(_ finding: Finding, to lines: inout TextLines) {
    lines.blank()
    lines.labelled(
      "rule",
      [
        Visible.text(finding.rule.id),
        "proposed by the \(Visible.text(finding.evidence.detector)) detector",
        "confidence \(finding.confidence.name)",
      ], indent: 2)
    lines.labelled("what", [Visible.text(finding.rule.summary)], indent: 2)
  }

  private static func writeStruck(
    near finding: Finding, _ report: Report, to lines: inout TextLines
  ) {
    let key = DocumentKey(finding.location.origin)
    let inFile = report.struck.filter { DocumentKey($0.location.origin) == key }
    let line = finding.location.region.startLine
    let onLine = inFile.filter { $0.location.region.startLine == line }
    let total = report.strikes.values.reduce(0, +)
    guard total > 0 || !inFile.isEmpty else { return }
    lines.blank()
    lines.line("Considered and struck out", .strong)
    lines.labelled(
      "this line",
      onLine.prefix(5).map {
        "\(Visible.text($0.ruleID)) at \(PlaceWords.lineAndColumn($0.location.region)): "
          + "\($0.strike.meaning) (\(PlaceWords.clipped($0.detail)))"
      } + (onLine.count > 5 ? ["and \(onLine.count - 5) more"] : []), separator: "; ", indent: 2,
      column: 11)
    lines.labelled(
      "this file", CoverageWords.strikes(counts(inFile)), separator: "; ", indent: 2, column: 11)
    lines.labelled(
      "in total", CoverageWords.strikes(report.strikes), separator: "; ", indent: 2, column: 11)
  }

  private static func counts(_ struck: [StruckCandidate]) -> [Strike: Int] {
    struck.reduce(into: [:]) { $0[$1.strike, default: 0] += 1 }
  }

  /// Unwrapped, so that it can be copied.
  private static func writeAllowance(_ finding: Finding, to lines: inout TextLines) {
    lines.blank()
    switch Allowance.of(finding) {
    case .comment(let comment):
      lines.line(
        "To allow it, put at the end of line \(finding.location.region.startLine):", .strong)
      lines.line(comment, indent: 4)
    case .entry(let entry):
      lines.line("To allow it, put into .leakage.yml:", .strong)
      for line in entry { lines.line(line, indent: 4) }
    }
  }
}
