internal import Findings
internal import Lifetimes
internal import Rules

/// Says of each finding whether it can still be alive, and lets that decide how bad it is. Each thread has
/// a stage of its own, which remembers what it was asked last.
struct LifetimeStage {
  private let rules: RuleList
  private let asOf: Timestamp
  private let table: SeverityTable
  private let last = LastRule()

  init(rules: RuleList, asOf: Timestamp) {
    self.rules = rules
    self.asOf = asOf
    table = SeverityTable()
  }

  /// Fills in the verdict and the severity of a finding and its members. Ages must be known: a
  /// value was alive when it was first seen.
  func apply(to finding: inout Finding) {
    guard finding.isSecret else { return }
    for index in finding.members.indices { apply(to: &finding.members[index]) }
    guard finding.members.isEmpty else {
      finding.severity = finding.members.map(\.severity).max() ?? finding.severity
      return
    }
    let rule = last.rule(of: finding.rule, in: rules)
    let expiry =
      finding.evidence.validity.map(ExpiryFacts.init)
      ?? rule?.expiry.flatMap { ExpiryReader.read(finding.secret, source: $0) }
    let seenAt = finding.location.place.time ?? finding.age?.since
    finding.lifetime = LifetimeVerdict.judge(
      finding.rule.lifetime, expiry: expiry, seenAt: seenAt, asOf: asOf)
    var facts = ValueFacts.of(finding.secret)
    if let expiry {
      facts += expiry.facts
      if let issued = expiry.issued { facts.append(Evidence.Fact("issued", issued.day)) }
    }
    for fact in facts where !finding.evidence.facts.contains(fact) {
      finding.evidence.facts.append(fact)
    }
    finding.severity = table.severity(of: finding, by: rule, asOf: asOf)
  }
}

/// The rule that was asked for last: findings come file by file, and most of a file have one rule.
private final class LastRule {
  private var last: (descriptor: RuleDescriptor, rule: Rule?)?

  func rule(of descriptor: RuleDescriptor, in rules: RuleList) -> Rule? {
    if let last, last.descriptor == descriptor { return last.rule }
    let rule = rules.rule(descriptor.id)
    last = (descriptor, rule)
    return rule
  }
}

extension ExpiryFacts {
  /// What something beside the value tells.
  fileprivate init(_ validity: Evidence.Validity) {
    self.init(
      notBefore: validity.notBefore, expires: validity.expires, hasNoExpiry: validity.expires == nil
    )
    witness = validity.witness
  }
}
