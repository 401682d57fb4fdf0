import Findings

/// The rules that have findings, by id: hundreds of others were in force and tell a reader nothing.
struct RulesInUse {
  /// The rules, by id.
  let rules: [RuleDescriptor]
  /// Where in `rules` a rule stands.
  let index: [String: Int]

  /// The rules of the findings and of the members of environment dumps.
  init(_ report: Report) { self.init(report.findings) }

  init(_ findings: [Finding]) {
    var byID: [String: RuleDescriptor] = [:]
    var last: RuleDescriptor?
    func add(_ rule: RuleDescriptor) {
      if rule == last { return }
      last = rule
      byID[rule.id] = rule
    }
    for finding in findings {
      add(finding.rule)
      for member in finding.members { add(member.rule) }
    }
    rules = byID.values.sorted { $0.id < $1.id }
    index = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), 0...))
  }
}
