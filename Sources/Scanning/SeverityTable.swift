internal import Findings

/// How the life of a credential changes how bad it is.
///
/// | verdict | severity |
/// |---|---|
/// | expired, proved by the value | note |
/// | expired, by the longest life of its kind | note |
/// | no expiry, valid, unknown | the rule's |
///
/// A credential that lives until someone rotates it does not get better with time: a static key in a
/// log of 2021 is as bad as one of today.
enum SeverityTable {
  /// The severity of a finding whose lifetime verdict is known.
  static func severity(of finding: Finding) -> Severity {
    switch finding.lifetime?.state {
    case .expiredProved, .expiredByBound: .note
    case .validUntil, .noExpiry, .unknown, nil: finding.severity
    }
  }
}
