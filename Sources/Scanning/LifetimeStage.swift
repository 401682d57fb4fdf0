internal import Findings
internal import Lifetimes
internal import Rules

/// Says of each finding whether it can still be alive, and lets that decide how bad it is.
struct LifetimeStage {
  private let rules: RuleList
  private let asOf: Timestamp
  private let table: SeverityTable

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
    let rule = rules.rule(finding.rule.id)
    let expiry =
      finding.evidence.validity.map(ExpiryFacts.init)
      ?? rule?.expiry.flatMap { ExpiryReader.read(finding.secret, source: $0) }
    let seenAt = finding.location.place.time ?? finding.age?.since
    finding.lifetime = LifetimeVerdict.judge(
      finding.rule.lifetime, expiry: expiry, seenAt: seenAt, asOf: asOf)
    let issued = expiry?.issued.map { Evidence.Fact("issued", $0.day) }
    for fact in ValueFacts.of(finding.secret) + (expiry?.facts ?? []) + (issued.map { [$0] } ?? [])
    where !finding.evidence.facts.contains(fact) {
      finding.evidence.facts.append(fact)
    }
    finding.severity = table.severity(of: finding, by: rule, asOf: asOf)
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
