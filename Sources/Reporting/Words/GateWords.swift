import Findings

/// What the gate says, one group for each of its rules that are broken.
struct GateWords {
  /// A rule of the gate and the findings that break it.
  struct Group {
    let rule: String
    let remedy: String
    /// In the order of the report.
    let findings: [(finding: Finding, cause: String)]
  }

  /// The groups, in the order of the gate's rules.
  let groups: [Group]

  init(_ report: Report) {
    var order: [String: Int] = [:]
    for (index, rule) in report.gate.enumerated() { order[rule] = index }
    var found: [String: (remedy: String, findings: [(Finding, String)])] = [:]
    for finding in report.findings {
      for breach in finding.breaches {
        found[breach.rule, default: (breach.remedy, [])].findings.append((finding, breach.cause))
      }
    }
    groups = found.map { Group(rule: $0.key, remedy: $0.value.remedy, findings: $0.value.findings) }
      .sorted { (order[$0.rule] ?? .max, $0.rule) < (order[$1.rule] ?? .max, $1.rule) }
  }
}
