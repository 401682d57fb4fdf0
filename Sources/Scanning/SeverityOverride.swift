internal import Detection
public import Findings

/// A severity that a configuration gives to the findings of some rules.
public struct SeverityOverride: Sendable {
  private let rule: Glob
  private let severity: Severity
  private let source: String

  /// An override.
  ///
  /// - Parameters:
  ///   - rule: a glob over rule ids.
  ///   - severity: how bad they are, except for what is proved dead, which stays a note.
  ///   - source: where that is written, such as `.leakage.yml:4`.
  public init(rule: String, severity: Severity, source: String) {
    self.rule = Glob(rule)
    self.severity = severity
    self.source = source
  }

  /// Gives findings their severity, members first; the last override that fits counts. Lowered ones
  /// are counted as hidden by the line that lowers them.
  static func apply(
    _ overrides: [SeverityOverride], to findings: inout [Finding], of roots: Set<Int>?,
    counting suppressions: inout [Suppression: Int]
  ) {
    guard !overrides.isEmpty else { return }
    for index in findings.indices
    where roots?.contains(findings[index].location.origin.root) != false {
      for member in findings[index].members.indices {
        apply(overrides, to: &findings[index].members[member], &suppressions)
      }
      if let worst = findings[index].members.map(\.severity).max() {
        findings[index].severity = worst
      } else {
        apply(overrides, to: &findings[index], &suppressions)
      }
    }
  }

  private static func apply(
    _ overrides: [SeverityOverride], to finding: inout Finding,
    _ suppressions: inout [Suppression: Int]
  ) {
    switch finding.lifetime?.state {
    case .expiredProved, .expiredByBound: return
    case .validUntil, .noExpiry, .unknown, nil: break
    }
    let id = Array(finding.rule.id.utf8)
    guard let override = overrides.last(where: { $0.rule.matches(id) }) else { return }
    if override.severity < finding.severity {
      let source = "\(override.source) (lowered to \(override.severity.name))"
      suppressions[Suppression(kind: .external, source: source), default: 0] += 1
    }
    finding.severity = override.severity
    finding.evidence.reasons.append(
      "\(override.source) makes it \(finding.severity == .error ? "an" : "a") "
        + finding.severity.name)
  }
}
