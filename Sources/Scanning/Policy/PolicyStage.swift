internal import Findings

/// Holds findings against the rules of the gate: which finding breaks which, and what would mend it.
struct PolicyStage {
  let policy: Policy
  let asOf: Timestamp
  /// The roots that the configuration is for; `nil` for all.
  let roots: Set<Int>?

  /// Fills in the breaches of findings and members, and tells of ages that could not be judged.
  func apply(to findings: inout [Finding]) -> [Notification] {
    var undecided: [AgeLimit: Int] = [:]
    var rules = RulesInForce(policy: policy, roots: roots)
    for index in findings.indices {
      for member in findings[index].members.indices {
        judge(&findings[index].members[member], by: &rules, &undecided)
      }
      guard findings[index].members.isEmpty else {
        var seen: Set<String> = []
        findings[index].breaches = findings[index].members.flatMap(\.breaches)
          .filter { seen.insert($0.rule).inserted }
        continue
      }
      judge(&findings[index], by: &rules, &undecided)
    }
    return undecided.sorted { $0.key.description < $1.key.description }.map { limit, count in
      Notification(
        severity: .warning, code: .truncatedHistory,
        message:
          "\(limit) could not be held against \(count) \(count == 1 ? "finding" : "findings")"
          + " whose age is not known in full; scan a whole clone with ages (fetch-depth: 0, or git "
          + "fetch --unshallow)",
        isIncomplete: true)
    }
  }

  private func judge(
    _ finding: inout Finding, by inForce: inout RulesInForce, _ undecided: inout [AgeLimit: Int]
  ) {
    if finding.age?.basis == .unreachable, !policy.includesUnreachable { return }
    let rules = inForce.rules(at: finding.location.origin)
    let breaches = rules.failOn.compactMap { breach(of: $0.rule, called: $0.name, finding) }
    finding.breaches = inForce.shared(breaches)
    guard !rules.maxAge.isEmpty, let limit = limit(for: finding, among: rules.maxAge) else {
      return
    }
    switch exceeds(limit, finding) {
    case .some(true): finding.breaches.append(breach(of: limit, finding))
    case .some(false): break
    case nil: undecided[limit, default: 0] += 1
    }
  }

  private func breach(of rule: FailOn, called name: String, _ finding: Finding) -> Breach? {
    guard finding.severity >= rule.severity else { return nil }
    let cause: String
    let remedy: String
    switch rule.subject {
    case .severity:
      if finding.baseline == .unchanged { return nil }
      switch finding.severity {
      case .error: cause = "an error"
      case .warning: cause = "a warning"
      case .note: cause = "a note"
      }
      remedy =
        "revoke the value and take it out; if it is no secret, allow it with a reason (--explain ID)"
    case .new:
      guard finding.baseline != .unchanged else { return nil }
      cause = "the baseline does not know it"
      remedy = "take it out of the change, and rotate it if it was pushed before"
    case .alive:
      guard !finding.isDead else { return nil }
      cause = "nothing proves it dead"
      remedy = "revoke it, and put what replaces it into a secret store"
    case .unrotated:
      guard let rotation = finding.rotation, rotation.count == 0 else { return nil }
      cause = "never rotated in \(Self.days(asOf.days(since: rotation.last.authorDate)))"
      remedy = "rotate it, and keep the new value out of the repository"
    }
    return Breach(rule: name, cause: cause, remedy: remedy)
  }

  private func breach(of limit: AgeLimit, _ finding: Finding) -> Breach {
    let days = finding.age?.since.map { asOf.days(since: $0) } ?? 0
    let bound = finding.age?.isLowerBound == true ? "at least " : ""
    return Breach(
      rule: limit.description, cause: "exposed for \(bound)\(Self.days(days))",
      remedy: "revoke the value and take it out, or give its path a longer limit (gate.paths in "
        + ".leakage.yml)")
  }

  private static func days(_ count: Int) -> String { "\(count) \(count == 1 ? "day" : "days")" }

  /// The limit that describes a finding most closely; the shortest of several.
  private func limit(for finding: Finding, among limits: [AgeLimit]) -> AgeLimit? {
    // What is dead does no more harm with time, and a note is no secret that anyone waits for.
    guard !finding.isDead, finding.severity > .note else { return nil }
    return limits.compactMap { limit in
      limit.closeness(to: finding.rule).map { (limit: limit, closeness: $0) }
    }.min { ($1.closeness, $0.limit.days) < ($0.closeness, $1.limit.days) }?.limit
  }

  /// Whether a value is exposed for too long; `nil` if its age is not known well enough to say no.
  private func exceeds(_ limit: AgeLimit, _ finding: Finding) -> Bool? {
    guard let age = finding.age else { return nil }
    if age.basis == .uncommitted { return false }
    guard let since = age.since else { return nil }
    if asOf.days(since: since) > limit.days { return true }
    return age.isLowerBound ? nil : false
  }
}

extension Finding {
  /// Whether it is proved that the credential has expired.
  fileprivate var isDead: Bool {
    switch lifetime?.state {
    case .expiredProved, .expiredByBound: true
    case .validUntil, .noExpiry, .unknown, nil: false
    }
  }
}
