import Findings

/// What a report amounts to. An environment dump is one finding; its members are counted apart.
struct Totals {
  /// Findings by severity.
  var bySeverity: [Severity: Int] = [:]
  /// Findings.
  var findings = 0
  /// Values inside environment dumps.
  var members = 0
  /// Documents with findings.
  var documents = 0
  /// The finding that has been exposed longest.
  var oldest: Finding?

  init(_ report: Report) {
    var seen: Set<DocumentKey> = []
    var last: Origin?
    for finding in report.findings {
      findings += 1
      members += finding.members.count
      bySeverity[finding.severity, default: 0] += 1
      // Findings come file by file.
      if last != finding.location.origin {
        last = finding.location.origin
        seen.insert(DocumentKey(finding.location.origin))
      }
      if let since = finding.age?.since, since < oldest?.age?.since ?? report.asOf {
        oldest = finding
      }
    }
    documents = seen.count
  }
}
