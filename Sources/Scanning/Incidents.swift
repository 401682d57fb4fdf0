internal import Findings

/// Each step of a job prints the same environment again, with a variable more or less: printed
/// environments of one file that share a secret are one incident with many places.
enum Incidents {
  /// Joins the incidents of each file. The first one by place stands for those that share a secret
  /// with it, directly or over a third one; it takes their members and is also at their places.
  static func join(_ findings: [Finding]) -> [Finding] {
    // Nearly all findings are of one value: they are not copied to be told apart.
    guard findings.lazy.filter(isIncident).prefix(2).count == 2 else { return findings }
    let (incidents, others) = split(findings)
    var kept: [Finding?] = []
    var owners: [Key: Int] = [:]
    for incident in incidents {
      let keys = incident.members.map { Key(incident, $0.secret) }
      let found = Set(keys.compactMap { owners[$0] }).sorted()
      let owner = found.first ?? kept.count
      if found.isEmpty { kept.append(incident) }
      for index in found.dropFirst() {
        guard let other = kept[index] else { continue }
        kept[owner] = kept[owner].map { joined($0, other) }
        for member in other.members { owners[Key(other, member.secret)] = owner }
        kept[index] = nil
      }
      if !found.isEmpty { kept[owner] = kept[owner].map { joined($0, incident) } }
      for key in keys { owners[key] = owner }
    }
    return others
      + kept.compactMap { incident in
        guard var incident else { return nil }
        incident.alsoAt.sort(by: Identity.precedes)
        return incident
      }
  }

  private static func isIncident(_ finding: Finding) -> Bool {
    !finding.members.isEmpty && finding.location.origin.source != .history
  }

  /// Incidents by place, and everything else.
  private static func split(_ findings: [Finding]) -> (incidents: [Finding], others: [Finding]) {
    var incidents: [Finding] = []
    var others: [Finding] = []
    for finding in findings {
      if isIncident(finding) { incidents.append(finding) } else { others.append(finding) }
    }
    incidents.sort { Identity.precedes($0.location, $1.location) }
    return (incidents, others)
  }

  private struct Key: Hashable {
    let root: Int
    let path: Path
    let secret: Secret

    init(_ incident: Finding, _ secret: Secret) {
      root = incident.location.origin.root
      path = incident.location.origin.path
      self.secret = secret
    }
  }

  private static func joined(_ earlier: Finding, _ later: Finding) -> Finding {
    var joined = earlier
    joined.severity = max(earlier.severity, later.severity)
    joined.confidence = max(earlier.confidence, later.confidence)
    joined.alsoAt += [later.location] + later.alsoAt
    let known = Set(earlier.members.map(\.secret))
    let new = later.members.filter { !known.contains($0.secret) }
    joined.members += new
    // What was counted is the larger one: the smaller one holds a part of it.
    if later.members.count > earlier.members.count { joined.evidence = later.evidence }
    return joined
  }
}
