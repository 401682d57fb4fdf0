internal import Findings

/// Says of each finding whether a baseline knows it, and what the baseline knows beyond.
struct BaselineStage {
  let baseline: Baseline
  let key: [UInt8]?
  let pool: WorkerPool

  /// Fills in the states of findings and members. A dump is known if all its members are.
  func compare(_ findings: inout [Finding]) -> BaselineComparison {
    let entries = self.entries(of: findings)
    let match = BaselineMatch(baseline.entries, found: entries.values)
    for index in findings.indices {
      for member in findings[index].members.indices {
        let entry = entries[Leaf(findings[index].members[member])]
        findings[index].members[member].baseline = state(entry, match)
      }
      let members = findings[index].members
      findings[index].baseline =
        members.isEmpty
        ? state(entries[Leaf(findings[index])], match)
        : members.allSatisfy { $0.baseline == .unchanged } ? .unchanged : .new
    }
    return BaselineComparison(
      name: baseline.name, new: findings.count { $0.baseline == .new },
      unchanged: findings.count { $0.baseline == .unchanged },
      absent: match.absent.map { .init(rule: $0.rule, path: $0.path) })
  }

  private func state(_ entry: Baseline.Entry?, _ match: BaselineMatch) -> BaselineState {
    entry.map(match.knows) == true ? .unchanged : .new
  }

  /// What findings would be written as, by value and place.
  func entries(of findings: [Finding]) -> [Leaf: Baseline.Entry] {
    let leaves = findings.flatMap { $0.members.isEmpty ? [$0] : $0.members }
    let fingerprints = Fingerprinting(scheme: baseline.scheme, key: key)
      .fingerprints(of: Set(leaves.map(\.secret)), pool: pool)
    var entries: [Leaf: Baseline.Entry] = [:]
    for leaf in leaves {
      guard let fingerprint = fingerprints[leaf.secret] else { continue }
      entries[Leaf(leaf)] = Baseline.Entry(
        path: leaf.location.origin.fullPath, rule: leaf.rule.id, fingerprint: fingerprint)
    }
    return entries
  }

  /// A finding that is no dump.
  struct Leaf: Hashable {
    private let secret: Secret
    private let path: Path
    private let rule: String

    init(_ finding: Finding) {
      secret = finding.secret
      path = finding.location.origin.fullPath
      rule = finding.rule.id
    }
  }
}
