import Findings
import Foundation
import Pipelines
import Testing

/// The table of checks and CI systems is complete, true, and the one in the documents.
@Suite struct CheckTableTests {
  /// Those that belong to no CI system: Kubernetes and infrastructure code.
  private static let others = ["kubernetes-", "infrastructure-"]

  @Test func `every check has a row, and every row a cell for each system`() {
    let checks = PipelineReader.checkedRuleIDs.filter { rule in
      !Self.others.contains { rule.hasPrefix($0) }
    }
    #expect(Set(CheckTable.rows.map(\.rule)) == checks)
    for row in CheckTable.rows { #expect(row.cells.count == CheckTable.System.allCases.count) }
  }

  @Test(arguments: CheckTable.System.allCases)
  func `what a cell promises is found`(_ system: CheckTable.System) throws {
    for row in CheckTable.rows {
      guard case .finds(let text) = row.cells[system] else { continue }
      let found = try read(text, path: system.path).weaknesses.map(\.ruleID)
      #expect(found.contains(row.rule), "\(row.rule): \(found)")
    }
  }

  @Test func `the page shows the table`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/pipeline-checks.md").standardized
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
      try Self.page.write(to: page, atomically: true, encoding: .utf8)
      Issue.record("recorded \(page.lastPathComponent)")
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == Self.page)
  }

  private static var page: String {
    let systems = CheckTable.System.allCases
    var reasons: [String] = []
    var lines = [
      "# Checks of pipelines", "",
      "Which check looks at which CI system. Made by the tests, which hold a sample of each cell against the "
        + "check: `RECORD_EXPECTED=1 swift test --filter CheckTableTests`; do not edit. What each finds, and "
        + "what to do about it, says [rules.md](rules.md).", "",
      "| check | " + systems.map(\.rawValue).joined(separator: " | ") + " |",
      "|---|" + systems.map { _ in "---|" }.joined(),
    ]
    for row in CheckTable.rows {
      let cells = systems.map { system -> String in
        switch row.cells[system] {
        case .finds: return "yes"
        case .none?:
          guard case .none(let reason)? = row.cells[system] else { return "" }
          if !reasons.contains(reason) { reasons.append(reason) }
          return "– (\((reasons.firstIndex(of: reason) ?? 0) + 1))"
        case nil: return ""
        }
      }
      lines.append("| `\(row.rule)` | " + cells.joined(separator: " | ") + " |")
    }
    lines.append("")
    for (index, reason) in reasons.enumerated() { lines.append("\(index + 1). \(reason).") }
    lines += [
      "",
      "How old a literal is, and whether it was ever rotated, stands in each finding and needs no check of "
        + "its own: `--fail-on unrotated` and `--max-age` make it one. Kubernetes and infrastructure code have checks of their "
        + "own, `kubernetes-…` and `infrastructure-…`.", "",
    ]
    return lines.joined(separator: "\n")
  }
}
