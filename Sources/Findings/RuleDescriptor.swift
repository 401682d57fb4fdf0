/// What reports tell about a rule: SARIF's reportingDescriptor.
///
/// Its texts are held once: a copy is one word, however many findings name the rule.
public struct RuleDescriptor: Sendable, Hashable {
  private let facts: Facts

  private final class Facts: Sendable {
    let id, name, summary, revoke, replace: String
    let severity: Severity
    let confidence: Confidence
    let lifetime: Lifetime
    let cwe: Int

    init(
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

  /// The id, such as `github-personal-access-token`.
  public var id: String { facts.id }
  /// The name, such as "GitHub personal access token".
  public var name: String { facts.name }
  /// One sentence on what was found.
  public var summary: String { facts.summary }
  /// How bad a finding is by default.
  public var severity: Severity { facts.severity }
  /// How sure a finding is by default.
  public var confidence: Confidence { facts.confidence }
  /// How long the credential lives.
  public var lifetime: Lifetime { facts.lifetime }
  /// How to revoke it.
  public var revoke: String { facts.revoke }
  /// What to put instead: the short-lived credential that replaces it.
  public var replace: String { facts.replace }
  /// The CWE number, such as 798 (use of hard-coded credentials).
  public var cwe: Int { facts.cwe }

  /// A descriptor.
  public init(
    id: String, name: String, summary: String, severity: Severity, confidence: Confidence,
    lifetime: Lifetime, revoke: String, replace: String, cwe: Int
  ) {
    facts = Facts(
      id: id, name: name, summary: summary, severity: severity, confidence: confidence,
      lifetime: lifetime, revoke: revoke, replace: replace, cwe: cwe)
  }

  /// Whether two rules tell the same.
  public static func == (left: RuleDescriptor, right: RuleDescriptor) -> Bool {
    left.facts === right.facts
      || left.id == right.id && left.name == right.name && left.summary == right.summary
        && left.severity == right.severity && left.confidence == right.confidence
        && left.lifetime == right.lifetime && left.revoke == right.revoke
        && left.replace == right.replace && left.cwe == right.cwe
  }

  /// Hashes the id, which is unique among the rules of a scan.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
