import Findings

/// Where equal values of one report stand: a value in a pipeline file, in its history and in a log is
/// one story.
struct CorrelationIndex {
  private var groups: [Int: [Finding]] = [:]

  init(_ report: Report) {
    for finding in report.findings {
      add(finding)
      for member in finding.members { add(member) }
    }
  }

  /// The first of the other findings of the same value, in the report's order, and how many there
  /// are.
  func others(of finding: Finding, first limit: Int) -> (first: [Finding], count: Int) {
    guard let group = finding.valueGroup, let all = groups[group] else { return ([], 0) }
    // A value can stand at thousands of places: each of them must not walk through all.
    let others = all.lazy.filter { $0.location != finding.location }.prefix(limit)
    return (Array(others), all.count - 1)
  }

  private mutating func add(_ finding: Finding) {
    if let group = finding.valueGroup { groups[group, default: []].append(finding) }
  }
}
