public import Findings

/// One thing that fails a run: `warning`, `new`, `alive:error`.
public struct FailOn: Sendable, Hashable, CustomStringConvertible {
  /// What is asked of a finding beside its severity.
  public enum Subject: String, Sendable, CaseIterable {
    /// Nothing more. A finding that the baseline knows does not count.
    case severity
    /// That the baseline does not know it.
    case new
    /// That nothing proves it dead.
    case alive
    /// That its value was never replaced since it was first written.
    case unrotated
  }

  /// What is asked of a finding.
  public let subject: Subject
  /// The lowest severity that counts.
  public let severity: Severity

  /// A rule.
  public init(_ subject: Subject, _ severity: Severity) {
    self.subject = subject
    self.severity = severity
  }

  /// Reads `note`, `warning`, `error`, or `new`, `alive`, `unrotated` with a severity behind a colon;
  /// without one they count from warning on.
  public init?(_ text: String) {
    if let severity = Severity(name: text) {
      self.init(.severity, severity)
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let subject = Subject(rawValue: parts[0]), subject != .severity
    else { return nil }
    guard let severity = parts.count == 1 ? .warning : Severity(name: parts[1]) else { return nil }
    self.init(subject, severity)
  }

  /// `fail-on new`.
  public var description: String {
    guard subject != .severity else { return "fail-on \(severity.name)" }
    return "fail-on \(subject.rawValue)" + (severity == .warning ? "" : ":\(severity.name)")
  }

  /// The names, for messages.
  public static let expected = "note, warning, error, new, alive, unrotated, or new:error and such"
}
