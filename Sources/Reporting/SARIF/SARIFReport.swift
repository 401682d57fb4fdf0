public import Findings

/// SARIF 2.1.0 (OASIS), with what GitHub code scanning asks for beyond it.
///
/// What was struck out is not in it: code scanning shows suppressed results as open alerts.
public enum SARIFReport {
  static let format = ReportFormat(
    name: "sarif", fileExtension: "sarif", summary: "SARIF 2.1.0, for code scanning",
    writing: { write($0, $1, SARIFLimits(), $2, to: $3) })

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
    var bytes: [UInt8] = []
    let leftOut = write(report, options, limits, InTurn()) { bytes += $0 }
    return Rendering(bytes: bytes, leftOut: leftOut)
  }

  private static func write(
    _ report: Report, _ options: RenderOptions, _ limits: SARIFLimits, _ sharing: any Sharing,
    to take: ([UInt8]) -> Void
  ) -> Int {
    let rules = RulesInUse(report.findings)
    let budget = limits.compressedBytes - frame(report, options, rules)
    let best = best(report, limits.results)
    var results = SARIFResults(
      best, of: SARIFResult(report: report, rules: rules, correlation: CorrelationIndex(report)),
      sharing)
    results.keep(within: budget)
    if results.kept < best.count {
      results = SARIFResults(
        best, of: SARIFResult(report: report, rules: rules, correlation: nil), sharing)
      results.keep(within: budget)
    }
    let leftOut = report.findings.count - results.kept
    SARIFRun(
      report: report, options: options, rules: rules, results: results, leftOut: leftOut, part: nil
    ).write(to: take)
    return leftOut
  }

  static func split(_ report: Report, _ options: RenderOptions, _ limits: SARIFLimits)
    -> [[UInt8]]
  {
    let rules = RulesInUse(report.findings)
    let budget = limits.compressedBytes - frame(report, options, rules)
    let results = SARIFResults(
      Array(report.findings.indices),
      of: SARIFResult(report: report, rules: rules, correlation: CorrelationIndex(report)),
      InTurn())
    let parts = results.parts(of: limits.results, within: budget)
    return parts.enumerated().map { index, results in
      SARIFRun(
        report: report, options: options, rules: rules, results: results, leftOut: 0,
        part: parts.count > 1 ? index + 1 : nil
      ).bytes
    }
  }

  /// The indices of the findings of the highest rank, the earlier first among equals.
  private static func best(_ report: Report, _ limit: Int) -> [Int] {
    report.findings.enumerated()
      .map { (index: $0, rank: Rank.of($1, asOf: report.asOf)) }
      .sorted { ($1.rank, $0.index) < ($0.rank, $1.index) }
      .prefix(limit).map(\.index)
  }

  /// The size of the file without results: rules and notifications, counted as if incompressible.
  private static func frame(_ report: Report, _ options: RenderOptions, _ rules: RulesInUse) -> Int
  {
    SARIFRun(
      report: report, options: options, rules: rules, results: SARIFResults(), leftOut: Int.max,
      part: nil
    ).bytes.count
  }
}
