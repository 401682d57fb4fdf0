internal import Findings
internal import Rules

/// How bad a finding is, from its rule, its confidence, its place and its life. The first line that
/// fits counts.
///
/// | what | severity |
/// |---|---|
/// | proved dead by the value itself, or by the longest life of its kind | note |
/// | a provider's token, of high or medium confidence | the rule's |
/// | a provider's token, of low confidence | at most warning |
/// | found by its name or context, in a pipeline, a log or a configuration file | the rule's; at low confidence warning |
/// | found by its context (URLs, headers, private keys), in source code or prose | the rule's; at low confidence warning |
/// | found by its name, in source code or prose | at most warning; at low confidence note |
/// | found by its name or context, in tests, examples or documentation | note |
///
/// A credential that lives until someone rotates it does not get better with time: a static key in a
/// log of 2021 is as bad as one of today.
struct SeverityTable {
  private let names: Set<String>
  private let contexts: Set<String>

  /// A table for some rules.
  init(_ rules: [Rule]) {
    names = Set(rules.lazy.filter { $0.detector == .assignment }.map(\.id))
    contexts = Set(
      rules.lazy.filter { $0.provider == Rule.genericProvider && $0.detector == .pattern }.map(\.id)
    )
  }

  /// The severity of a finding whose lifetime verdict is known.
  func severity(of finding: Finding) -> Severity {
    switch finding.lifetime?.state {
    case .expiredProved, .expiredByBound: return .note
    case .validUntil, .noExpiry, .unknown, nil: break
    }
    return min(finding.severity, ceiling(of: finding))
  }

  private let kinds = PlaceKinds()

  private func ceiling(of finding: Finding) -> Severity {
    let isLow = finding.confidence == .low
    let isNamed = names.contains(finding.rule.id)
    guard isNamed || contexts.contains(finding.rule.id) else { return isLow ? .warning : .error }
    switch kinds.kind(of: finding.location) {
    case .configuration: return isLow ? .warning : .error
    case .text: return isNamed ? (isLow ? .note : .warning) : (isLow ? .warning : .error)
    case .sample: return .note
    }
  }
}

/// The kind of the place that was asked for last: findings come file by file.
private final class PlaceKinds {
  private var last: (path: Path, members: [Path], kind: PlaceKind)?

  func kind(of location: Location) -> PlaceKind {
    // With more than a path, the path is not asked.
    guard location.place.isEmpty else { return PlaceKind(location) }
    let origin = location.origin
    if let last, last.path == origin.path, last.members == origin.members { return last.kind }
    let kind = PlaceKind(location)
    last = (origin.path, origin.members, kind)
    return kind
  }
}
