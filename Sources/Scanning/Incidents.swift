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
    // For each incident an earlier one of its group, or itself; followed to its end, the first one.
    var leaders = Array(incidents.indices)
    func leader(of index: Int) -> Int {
      var index = index
      while leaders[index] != index {
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
      }
      return index
    }
    var holders: [Key: Int] = [:]
    for (index, incident) in incidents.enumerated() {
      for member in incident.members {
        let key = Key(incident, member.secret)
        let (one, other) = (leader(of: index), leader(of: holders[key] ?? index))
        leaders[max(one, other)] = min(one, other)
        holders[key] = index
      }
    }
    var groups: [Int: [Finding]] = [:]
    for (index, incident) in incidents.enumerated() {
      groups[leader(of: index), default: []].append(incident)
    }
    return others + incidents.indices.compactMap { groups[$0].map(joined) }
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

  /// One incident for all of a group, the first of which stands for it. O(members and places).
  private static func joined(_ group: [Finding]) -> Finding {
    var joined = group[0]
    var known = Set(joined.members.map(\.secret))
    for later in group.dropFirst() {
      joined.severity = max(joined.severity, later.severity)
      joined.confidence = max(joined.confidence, later.confidence)
      // What was counted is the larger one: the smaller one holds a part of it.
      if later.members.count > joined.members.count { joined.evidence = later.evidence }
      joined.alsoAt.append(later.location)
      joined.alsoAt += later.alsoAt
      let isNew = later.members.map { !known.contains($0.secret) }
      for (member, isNew) in zip(later.members, isNew) where isNew {
        known.insert(member.secret)
        joined.members.append(member)
      }
    }
    joined.alsoAt.sort(by: Identity.precedes)
    return joined
  }
}
