public import Findings

/// SARIF 2.1.0 (OASIS), with what GitHub code scanning asks for beyond it.
///
/// What was struck out is not in it: code scanning shows suppressed results as open alerts.
public enum SARIFReport {
  static let format = ReportFormat(
    name: "sarif", fileExtension: "sarif", summary: "SARIF 2.1.0, for code scanning"
  ) { render($0, $1, SARIFLimits()) }

  /// The report as several complete files, each within GitHub's limits, none of the findings left
  /// out. Each is to be uploaded; the parts have categories of their own.
  ///
  /// - Parameter limit: how many results a file may hold.
  public static func split(
    _ report: Report, limit: Int = 25_000, _ options: RenderOptions = RenderOptions()
  ) -> [[UInt8]] {
    var limits = SARIFLimits()
    limits.results = max(limit, 1)
    return split(report, options, limits)
  }

  /// One file. If it would be too large, its results do not link each other; if it still is, the
  /// findings of the lowest rank are left out.
  static func render(_ report: Report, _ options: RenderOptions, _ limits: SARIFLimits)
    -> Rendering
  {
    let rules = RulesInUse(report.findings)
    let budget = limits.compressedBytes - frame(report, options, rules)
    let best = best(report, limits.results)
    var kept = results(best, within: budget, report, rules, CorrelationIndex(report))
    if kept.count < best.count { kept = results(best, within: budget, report, rules, nil) }
    kept.sort { $0.index < $1.index }
    let leftOut = report.findings.count - kept.count
    let run = SARIFRun(
      report: report, options: options, rules: rules, results: kept.map(\.bytes),
      leftOut: leftOut, part: nil)
    return Rendering(bytes: run.bytes, leftOut: leftOut)
  }

  static func split(_ report: Report, _ options: RenderOptions, _ limits: SARIFLimits)
    -> [[UInt8]]
  {
    let rules = RulesInUse(report.findings)
    let correlation = CorrelationIndex(report)
    let budget = limits.compressedBytes - frame(report, options, rules)
    var parts: [[[UInt8]]] = [[]]
    var cost = 0
    for finding in report.findings {
      let result = result(finding, report, rules, correlation)
      let isFull = parts[parts.count - 1].count >= limits.results || cost + result.cost > budget
      if isFull, !parts[parts.count - 1].isEmpty {
        parts.append([])
        cost = 0
      }
      cost += result.cost
      parts[parts.count - 1].append(result.bytes)
    }
    return parts.enumerated().map { index, results in
      SARIFRun(
        report: report, options: options, rules: rules, results: results, leftOut: 0,
        part: parts.count > 1 ? index + 1 : nil
      ).bytes
    }
  }

  /// The first of some findings, as many as a budget allows.
  private static func results(
    _ indices: [Int], within budget: Int, _ report: Report, _ rules: RulesInUse,
    _ correlation: CorrelationIndex?
  ) -> [(index: Int, bytes: [UInt8])] {
    var budget = budget
    var kept: [(index: Int, bytes: [UInt8])] = []
    for index in indices {
      let result = result(report.findings[index], report, rules, correlation)
      budget -= result.cost
      if budget < 0 { break }
      kept.append((index, result.bytes))
    }
    return kept
  }

  /// The indices of the findings of the highest rank, the earlier first among equals.
  private static func best(_ report: Report, _ limit: Int) -> [Int] {
    report.findings.enumerated()
      .map { (index: $0, rank: Rank.of($1, asOf: report.asOf)) }
      .sorted { ($1.rank, $0.index) < ($0.rank, $1.index) }
      .prefix(limit).map(\.index)
  }

  private static func result(
    _ finding: Finding, _ report: Report, _ rules: RulesInUse, _ correlation: CorrelationIndex?
  ) -> SARIFResult {
    SARIFResult(
      finding, report: report, ruleIndex: rules.index[finding.rule.id], correlation)
  }

  /// The size of the file without results: rules and notifications, counted as if incompressible.
  private static func frame(_ report: Report, _ options: RenderOptions, _ rules: RulesInUse) -> Int
  {
    SARIFRun(
      report: report, options: options, rules: rules, results: [], leftOut: Int.max, part: nil
    ).bytes.count
  }
}
