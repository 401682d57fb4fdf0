/// What hides findings that would have been reported: SARIF's suppression, counted in every report.
public struct Suppression: Sendable, Hashable, Comparable {
  /// Where the word stands that hides them, in SARIF's terms.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A comment beside the finding.
    case inSource
    /// A configuration.
    case external
  }

  /// Where the word stands.
  public let kind: Kind
  /// The comment, such as `gitleaks:allow`, or the line of the configuration, such as
  /// `.leakage.yml:4`.
  public let source: String

  /// A suppression.
  public init(kind: Kind, source: String) {
    self.kind = kind
    self.source = source
  }

  /// By kind, then by source; numbers in a source count as numbers, so that line 9 precedes 10.
  public static func < (left: Suppression, right: Suppression) -> Bool {
    if left.kind != right.kind { return left.kind == .external }
    if left.source.utf8.count != right.source.utf8.count,
      left.source.prefix(while: { $0 != ":" }) == right.source.prefix(while: { $0 != ":" })
    {
      return left.source.utf8.count < right.source.utf8.count
    }
    return left.source < right.source
  }
}
