/// How a finding compares to a baseline: SARIF's baselineState.
public enum BaselineState: String, Sendable, Hashable, CaseIterable {
  /// The baseline does not know it.
  case new
  /// The baseline knows it.
  case unchanged
}

/// What a comparison with a baseline came to.
public struct BaselineComparison: Sendable, Hashable {
  /// An entry of the baseline that no finding answers to any more.
  public struct Absent: Sendable, Hashable {
    /// The rule that had found it.
    public let rule: String
    /// Where it had been found.
    public let path: Path

    /// An entry.
    public init(rule: String, path: Path) {
      self.rule = rule
      self.path = path
    }
  }

  /// The baseline, as the user named it.
  public let name: String
  /// How many findings it does not know.
  public let new: Int
  /// How many findings it knows.
  public let unchanged: Int
  /// What it knows and the scan did not find, by path.
  public let absent: [Absent]

  /// A comparison.
  public init(name: String, new: Int, unchanged: Int, absent: [Absent]) {
    self.name = name
    self.new = new
    self.unchanged = unchanged
    self.absent = absent
  }
}
