public import Findings

/// What a configuration says about detection.
public struct DetectionOptions: Sendable {
  /// What a configuration allows: findings of rules, in paths.
  public struct Allowance: Sendable, Hashable {
    /// Which rules, as a glob over ids; `nil` for all.
    public let rule: String?
    /// Which documents, as a glob over full paths; `nil` for all.
    public let path: String?

    /// An allowance. One with neither a rule nor a path allows everything.
    public init(rule: String?, path: String?) {
      self.rule = rule
      self.path = path
    }
  }

  /// What is allowed.
  public var allowances: [Allowance]
  /// Whether comments such as `leakage:allow` are without effect: for gates that a change must not
  /// be able to open by itself.
  public var ignoresInlineAllow: Bool
  /// The clock that an allowance's `until` is held against.
  public var asOf: Timestamp

  /// Options.
  public init(
    allowances: [Allowance] = [], ignoresInlineAllow: Bool = false, asOf: Timestamp
  ) {
    self.allowances = allowances
    self.ignoresInlineAllow = ignoresInlineAllow
    self.asOf = asOf
  }
}
