internal import Findings

/// The rules of the gate for the place that was asked about last, and what was broken last: findings
/// come file by file, and most of a file break the same.
struct RulesInForce {
  let policy: Policy
  /// The roots that the configuration is for; `nil` for all.
  let roots: Set<Int>?
  private var last: (origin: Origin, rules: Rules)?
  private var breaches: [Breach] = []

  init(policy: Policy, roots: Set<Int>?) {
    self.policy = policy
    self.roots = roots
  }

  /// The rules for a document, with their names.
  struct Rules {
    let failOn: [(rule: FailOn, name: String)]
    let maxAge: [AgeLimit]
  }

  /// The rules for a document.
  mutating func rules(at origin: Origin) -> Rules {
    if let last, last.origin == origin { return last.rules }
    let told = policy.rules(
      for: origin.fullPath, isConfigured: roots?.contains(origin.root) != false)
    let rules = Rules(
      failOn: told.failOn.map { ($0, $0.description) }, maxAge: told.maxAge)
    last = (origin, rules)
    return rules
  }

  /// Breaches as they were handed out last, if they are the same: one memory for all.
  mutating func shared(_ breaches: [Breach]) -> [Breach] {
    if breaches != self.breaches { self.breaches = breaches }
    return self.breaches
  }
}
