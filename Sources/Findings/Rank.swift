/// Which of two findings is to be dealt with first: points from 0 to 100, by one table.
/// docs/severity.md is made of it.
public enum Rank {
  /// Points for the severity: note, warning, error.
  public static let severity = [0, 25, 50]
  /// Points for the confidence: low, medium, high.
  public static let confidence = [0, 5, 10]
  /// Points for an age that is reached after ``fullAge`` days; a part of them before.
  public static let age = 15
  /// Five years.
  public static let fullAge = 1_825

  /// Points for what is known of the credential's life.
  public static func points(_ state: LifetimeVerdict.State?) -> Int {
    switch state {
    case .noExpiry: 15
    case .validUntil: 12
    case .unknown, nil: 8
    case .expiredProved, .expiredByBound: 0
    }
  }

  /// Where a value stands.
  public enum Standing: CaseIterable, Sendable {
    /// In HEAD's tree, the working tree, the index, or any other file.
    case present
    /// In a log.
    case log
    /// In the history, and no longer at HEAD.
    case past
    /// In objects that no ref reaches.
    case unreachable

    /// Points for the standing.
    public var points: Int {
      switch self {
      case .present: 10
      case .log: 8
      case .past: 5
      case .unreachable: 2
      }
    }

    /// The standing in words.
    public var words: String {
      switch self {
      case .present: "in a file, the index or HEAD's tree"
      case .log: "in a log"
      case .past: "in the history only"
      case .unreachable: "only in objects that no ref reaches"
      }
    }

    /// Where a finding's value stands.
    public init(_ finding: Finding) {
      if finding.age?.basis == .unreachable {
        self = .unreachable
      } else if finding.isInLog {
        self = .log
      } else if finding.age?.isAtHead == false, finding.age?.introduced != nil,
        finding.location.origin.source == .history
      {
        self = .past
      } else {
        self = .present
      }
    }
  }

  /// The points of a finding.
  public static func of(_ finding: Finding, asOf: Timestamp) -> Int {
    let days = finding.age?.since.map { asOf.days(since: $0) } ?? 0
    return severity[finding.severity.rawValue] + confidence[finding.confidence.rawValue]
      + points(finding.lifetime?.state) + min(days, fullAge) * age / fullAge
      + Standing(finding).points
  }
}
