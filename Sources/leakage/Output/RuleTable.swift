internal import Findings
internal import Rules

/// The page of all rules, `docs/rules.md`: a table for each provider, a line for each rule, sorted, so
/// that two changes seldom meet.
enum RuleTable {
  /// The page in Markdown.
  static func markdown(of rules: [Rule]) -> String {
    var page = """
      # The rules

      Made by `leakage rules page > docs/rules.md`; do not edit. `leakage rules show ID` says more \
      about a rule: where its lifetime was read, how to revoke, what its values look like.


      """
    let providers = Dictionary(grouping: rules, by: \.provider)
    let names = providers.keys.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    for provider in names {
      page += "## \(cell(provider))\n\n"
      page += "| rule | finds | severity | lives | instead |\n|---|---|---|---|---|\n"
      for rule in providers[provider, default: []].sorted(by: { $0.id < $1.id }) {
        let descriptor = rule.descriptor
        let cells = [
          "`\(rule.id)`", cell(descriptor.name), descriptor.severity.name,
          cell(LifetimePhrase.short(descriptor.lifetime)), cell(descriptor.replace),
        ]
        page += "| \(cells.joined(separator: " | ")) |\n"
      }
      page += "\n"
    }
    return String(page.dropLast())
  }

  /// Text in a cell: one line, and no mark of a table or of HTML.
  private static func cell(_ text: String) -> String {
    text.reduce(into: "") { cell, character in
      switch character {
      case "|": cell += "\\|"
      case "<": cell += "&lt;"
      case "\n", "\r\n": cell += " "
      default: cell.append(character)
      }
    }
  }
}
