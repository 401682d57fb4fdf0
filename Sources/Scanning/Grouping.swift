internal import Findings

/// One value in one file is one finding, however many lines or versions repeat it.
enum Grouping {
  /// What findings of the same secret have in common.
  private struct Key: Hashable {
    let root: Int
    let rule: String
    /// The values: one, or those of a printed environment.
    let values: [Secret]
    /// The file or archive; `nil` in a history, where a file has many paths and versions.
    let path: Path?

    init(_ finding: Finding) {
      let origin = finding.location.origin
      root = origin.root
      rule = finding.rule.id
      values = finding.members.isEmpty ? [finding.secret] : finding.members.map(\.secret)
      path = origin.source == .history ? nil : origin.path
    }
  }

  /// Joins the findings that have the same rule and value in the same file; in a history, in all
  /// versions of all files. One place stands for all, the others are named by it: of a history one
  /// place for each path.
  ///
  /// - Parameter standing: how well a location of a history stands for a value; higher is better.
  ///   Between equals the first place in the report's order counts.
  static func group(_ findings: [Finding], standing: (Location) -> (Int, Int)) -> [Finding] {
    var first: [Key: Int] = [:]
    first.reserveCapacity(findings.count)
    // Most values stand in one place: only the others are gathered.
    var others: [Int: [Finding]] = [:]
    var order: [Int] = []
    for (index, finding) in findings.enumerated() {
      let key = Key(finding)
      if let known = first[key] {
        others[known, default: []].append(finding)
      } else {
        first[key] = index
        order.append(index)
      }
    }
    if others.isEmpty { return findings }
    return order.map { index in
      guard let more = others[index] else { return findings[index] }
      let isHistory = findings[index].location.origin.source == .history
      return join([findings[index]] + more, isHistory: isHistory, standing)
    }
  }

  private static func join(
    _ group: [Finding], isHistory: Bool, _ standing: (Location) -> (Int, Int)
  ) -> Finding {
    let ranked = group.map { (finding: $0, rank: isHistory ? standing($0.location) : (0, 0)) }
    let sorted = ranked.sorted { left, right in
      left.rank == right.rank
        ? Identity.precedes(left.finding.location, right.finding.location)
        : left.rank > right.rank
    }.map(\.finding)
    var chosen = sorted[0]
    chosen.confidence = group.map(\.confidence).max() ?? chosen.confidence
    var paths: Set<Path> = [chosen.location.origin.fullPath]
    for finding in sorted.dropFirst() {
      let isNew = paths.insert(finding.location.origin.fullPath).inserted
      if !isHistory || isNew { chosen.alsoAt.append(finding.location) }
    }
    return chosen
  }
}
