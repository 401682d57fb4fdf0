import Findings

/// Where equal values of one report stand: a value in a pipeline file, in its history and in a log is
/// one story.
struct CorrelationIndex {
  /// The numbers of the values that stand at several places, in the order of the report.
  private(set) var order: [Int] = []
  private var groups: [Int: [Finding]] = [:]

  init(_ report: Report) {
    for finding in report.findings {
      add(finding)
      for member in finding.members { add(member) }
    }
    order.removeAll { groups[$0].map { $0.count < 2 } ?? true }
  }

  /// The first of the other findings of the same value, in the report's order, and how many there
  /// are.
  func others(of finding: Finding, first limit: Int) -> (first: [Finding], count: Int) {
    guard let group = finding.valueGroup, let all = groups[group] else { return ([], 0) }
    // A value can stand at thousands of places: each of them must not walk through all.
    let others = all.lazy.filter { $0.location != finding.location }.prefix(limit)
    return (Array(others), all.count - 1)
  }

  /// The findings of a value, in the report's order.
  func findings(of group: Int) -> [Finding] { groups[group] ?? [] }

  /// What happened to the value of a finding, told at the first of its places only; `nil` at the others
  /// and for a value of one place.
  func story(toldAt finding: Finding) -> Story? {
    guard let group = finding.valueGroup, let all = groups[group], all.count > 1,
      all[0].location == finding.location, all[0].rule.id == finding.rule.id
    else { return nil }
    return Story(all)
  }

  private mutating func add(_ finding: Finding) {
    guard let group = finding.valueGroup else { return }
    if groups[group] == nil { order.append(group) }
    groups[group, default: []].append(finding)
  }
}
