import Findings

/// Findings that stand under one heading of a text report.
struct TextGroup {
  let heading: String
  let findings: [Finding]

  /// The groups in the order of their first finding; within each, findings keep the report's order.
  static func groups(
    _ findings: [Finding], by grouping: RenderOptions.Grouping, of report: Report
  ) -> [TextGroup] {
    var order: [Key: Int] = [:]
    var groups: [[Finding]] = []
    var last: (origin: Origin, index: Int)?
    for finding in findings {
      // Findings come file by file.
      if grouping == .file, let last, last.origin == finding.location.origin {
        groups[last.index].append(finding)
        continue
      }
      let key = Key(finding, grouping)
      last = (finding.location.origin, order[key] ?? groups.count)
      if let index = order[key] {
        groups[index].append(finding)
      } else {
        order[key] = groups.count
        groups.append([finding])
      }
    }
    return groups.map { TextGroup(heading: heading($0, grouping, report), findings: $0) }
  }

  private enum Key: Hashable {
    case document(DocumentKey)
    case value(Int)
    case rule(String)
    /// A value of one place, or no value.
    case place(Location, rule: String)

    init(_ finding: Finding, _ grouping: RenderOptions.Grouping) {
      switch grouping {
      case .file: self = .document(DocumentKey(finding.location.origin))
      case .rule: self = .rule(finding.rule.id)
      case .secret:
        self =
          finding.valueGroup.map { .value($0) }
          ?? .place(finding.location, rule: finding.rule.id)
      }
    }
  }

  private static func heading(
    _ findings: [Finding], _ grouping: RenderOptions.Grouping, _ report: Report
  ) -> String {
    let first = findings[0]
    let count = findings.reduce(0) { $0 + 1 + $1.alsoAt.count }
    let places = count > 1 ? ", \(Numbers.count(count, "place"))" : ""
    switch grouping {
    case .file: return PlaceWords.document(first.location.origin, report)
    case .rule: return Visible.text(first.rule.name) + places
    case .secret:
      let name = first.evidence.name.map { PlaceWords.clipped($0, 60) }
      return (name ?? Visible.text(first.rule.name)) + places
    }
  }
}
