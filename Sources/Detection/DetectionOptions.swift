public import Findings
public import Patterns

/// What a configuration says about detection.
public struct DetectionOptions: Sendable {
  /// What a configuration allows: findings that fit all that is given.
  public struct Allowance: Sendable {
    /// Which rules, as a glob over ids; `nil` for all.
    public let rule: String?
    /// Which documents, as a glob over full paths; `nil` for all.
    public let path: String?
    /// Which documents, as a pattern found in full paths; `nil` for all.
    public let pathPattern: Pattern?
    /// Which values, as a pattern found in them; `nil` for all. One that is invalid, or that reaches a
    /// limit of the matcher, allows nothing.
    public let value: Pattern?
    /// The last day on which it holds, from its beginning; `nil` for ever.
    public let until: Timestamp?
    /// Where it is written, such as `.leakage.yml:4`; reports count what it hides under this name.
    public let source: String

    /// An allowance. One to which nothing is given allows everything.
    public init(
      rule: String? = nil, path: String? = nil, pathPattern: Pattern? = nil,
      value: Pattern? = nil, until: Timestamp? = nil, source: String = "the configuration"
    ) {
      self.rule = rule
      self.path = path
      self.pathPattern = pathPattern
      self.value = value
      self.until = until
      self.source = source
    }
  }

  /// What is allowed.
  public var allowances: [Allowance]
  /// The roots that the allowances are for, by their index; `nil` for all.
  public var roots: Set<Int>?
  /// What stands before the paths of each root when they are shown: a glob may be written with it.
  public var prefixes: [Path] = []
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
