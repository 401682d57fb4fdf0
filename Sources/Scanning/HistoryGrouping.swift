internal import Findings

/// In a history, one value stands in many versions of a file: it is one finding.
enum HistoryGrouping {
  /// Joins the findings of one root's history that have the same rule and value: the version at HEAD
  /// stands for all, or else the one that was introduced last; each other path is named once.
  ///
  /// - Parameter rank: how well a location stands for a value; higher is better.
  static func group(_ findings: [Finding], rank: (Location) -> (Int, Int)) -> [Finding] {
    struct Key: Hashable {
      let root: Int
      let rule: String
      let secret: Secret
    }
    var order: [Key] = []
    var groups: [Key: [Finding]] = [:]
    var rest: [Finding] = []
    for finding in findings {
      guard finding.location.origin.source == .history else {
        rest.append(finding)
        continue
      }
      let key = Key(
        root: finding.location.origin.root, rule: finding.rule.id, secret: finding.secret)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(finding)
    }
    for key in order {
      guard let group = groups[key] else { continue }
      let sorted = group.sorted { left, right in
        let (one, other) = (rank(left.location), rank(right.location))
        return one == other ? Identity.precedes(left.location, right.location) : one > other
      }
      var chosen = sorted[0]
      var paths: Set<Path> = [chosen.location.origin.fullPath]
      for finding in sorted.dropFirst()
      where paths.insert(finding.location.origin.fullPath).inserted {
        chosen.alsoAt.append(finding.location)
      }
      rest.append(chosen)
    }
    return rest
  }
}
