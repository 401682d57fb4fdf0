/// What reports tell about a rule: SARIF's reportingDescriptor.
public struct RuleDescriptor: Sendable, Hashable {
  /// The id, such as `github-personal-access-token`.
  public let id: String
  /// The name, such as "GitHub personal access token".
  public let name: String
  /// One sentence on what was found.
  public let summary: String
  /// How bad a finding is by default.
  public let severity: Severity
  /// How sure a finding is by default.
  public let confidence: Confidence
  /// How long the credential lives.
  public let lifetime: Lifetime
  /// How to revoke it.
  public let revoke: String
  /// What to put instead: the short-lived credential that replaces it.
  public let replace: String
  /// The CWE number, such as 798 (use of hard-coded credentials).
  public let cwe: Int

  /// A descriptor.
  public init(
    id: String, name: String, summary: String, severity: Severity, confidence: Confidence,
    lifetime: Lifetime, revoke: String, replace: String, cwe: Int
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.severity = severity
    self.confidence = confidence
    self.lifetime = lifetime
    self.revoke = revoke
    self.replace = replace
    self.cwe = cwe
  }
}
