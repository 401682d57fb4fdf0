internal import Findings
internal import Rules

/// How bad a finding is, from its rule, its confidence, its place, its life and its age. Each line of
/// the table sets the most that a finding can be; docs/severity.md is made of it.
///
/// A credential that lives until someone rotates it does not get better with time: a static key in a
/// log of 2021 is as bad as one of today.
struct SeverityTable {
  /// How a rule knows a secret.
  enum Kind: CaseIterable {
    /// By the shape that a provider gives to its tokens.
    case token
    /// By what stands around it: URLs, headers, private keys, a provider's word.
    case context
    /// By the name beside it.
    case name
  }

  private let places = PlaceKinds()

  /// The severity of a finding whose age and lifetime verdict are known.
  ///
  /// - Parameter rule: the rule that found it.
  func severity(of finding: Finding, by rule: Rule?, asOf: Timestamp) -> Severity {
    let kind = rule.map(Kind.init) ?? .token
    // Asked only where it decides: it takes the path apart.
    let place = kind == .token ? .configuration : places.kind(of: finding.location)
    return min(
      finding.severity, Self.ceiling(kind, place, finding.confidence),
      Self.ceiling(finding.lifetime?.state, finding.age, asOf: asOf),
      Self.ceiling(Rank.Standing(finding)))
  }

  /// The most that a finding of a kind can be at a place.
  static func ceiling(_ kind: Kind, _ place: PlaceKind, _ confidence: Confidence) -> Severity {
    let isLow = confidence == .low
    switch (kind, place) {
    case (.token, _), (_, .configuration), (.context, .text): return isLow ? .warning : .error
    case (.name, .text): return isLow ? .note : .warning
    case (_, .sample): return .note
    }
  }

  /// After so many days nothing whose life is limited is taken for an error any more, whatever bounds
  /// it: no provider lets such a credential live for longer by default.
  static let longLife = 400

  /// The most that a finding can be in a state of life.
  static func ceiling(
    _ state: LifetimeVerdict.State?, _ age: Age?, asOf: Timestamp
  ) -> Severity {
    switch state {
    case .expiredProved, .expiredByBound: return .note
    case .unknown:
      guard let since = age?.since, asOf.days(since: since) > longLife else { return .error }
      return .warning
    case .validUntil, .noExpiry, nil: return .error
    }
  }

  /// The most that a finding can be that stands somewhere.
  static func ceiling(_ standing: Rank.Standing) -> Severity {
    standing == .unreachable ? .warning : .error
  }
}

extension SeverityTable.Kind {
  init(_ rule: Rule) {
    switch rule.detector {
    case .assignment: self = .name
    case .named: self = .context
    case .pattern where rule.provider == Rule.genericProvider: self = .context
    default: self = .token
    }
  }
}

/// The kind of the place that was asked for last: findings come file by file.
private final class PlaceKinds {
  private var last: (path: Path, kind: PlaceKind)?

  func kind(of location: Location) -> PlaceKind {
    // With more than a path, the path is not asked.
    guard location.place.isEmpty else { return PlaceKind(location) }
    let path = location.origin.fullPath
    if let last, last.path == path { return last.kind }
    let kind = PlaceKind(location)
    last = (path, kind)
    return kind
  }
}
