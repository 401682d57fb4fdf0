internal import Findings

/// One value in one file is one finding, however many lines or versions repeat it.
enum Grouping {
  /// What findings of the same secret have in common.
  private struct Key: Hashable {
    let root: Int
    let rule: RuleDescriptor
    /// The value, or the first one of a printed environment, and its others.
    let value: Secret
    let others: [Secret]
    /// The file or archive; `nil` in a history, where a file has many paths and versions.
    let path: Path?
    /// The offset of what is no secret: a weakness in two steps is two weaknesses.
    let offset: Int?

    /// Hashes what tells most findings apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(value)
      hasher.combine(path)
      hasher.combine(offset)
    }

    init(_ finding: Finding) {
      let origin = finding.location.origin
      root = origin.root
      rule = finding.rule
      value = finding.members.first?.secret ?? finding.secret
      others = finding.members.dropFirst().map(\.secret)
      path = origin.source == .history ? nil : origin.path
      offset =
        finding.isSecret || origin.source == .history ? nil : finding.location.region.byteOffset
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
      if let known = known(&first[Key(finding)], index) {
        others[known, default: []].append(finding)
      } else {
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

  /// What stands at a place of a table; the first time, the index is put there.
  private static func known(_ first: inout Int?, _ index: Int) -> Int? {
    if let first { return first }
    first = index
    return nil
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
