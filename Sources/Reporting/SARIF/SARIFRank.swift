import Findings

/// SARIF's rank: which of two results is to be dealt with first.
enum SARIFRank {
  /// From 0 to 100: up to 60 for the severity, 10 for the confidence, 20 for the age (full after
  /// five years), 10 for being alive.
  static func rank(_ finding: Finding, asOf: Timestamp) -> Int {
    let days = finding.age?.since.map { asOf.days(since: $0) } ?? 0
    let alive =
      switch finding.lifetime?.state {
      case .noExpiry: 10
      case .validUntil(let date): date > asOf ? 8 : 0
      case .unknown, nil: 5
      case .expiredProved, .expiredByBound: 0
      }
    return finding.severity.rawValue * 30 + finding.confidence.rawValue * 5
      + min(days, 1_825) * 20 / 1_825 + alive
  }
}
