/// A rule of the gate that a finding breaks: the run fails because of it.
public struct Breach: Sendable, Hashable {
  /// The rule of the gate, as it is written: `fail-on warning`, `max-age static=30d`.
  public let rule: String
  /// What broke it: "exposed for 812 days".
  public let cause: String
  /// What would mend it, one sentence without a full stop.
  public let remedy: String

  /// A breach.
  public init(rule: String, cause: String, remedy: String) {
    self.rule = rule
    self.cause = cause
    self.remedy = remedy
  }
}
