/// An allowlist of gitleaks: paths, patterns for values, words in values, commits.
struct GitleaksAllowlist {
  private let table: TOMLValue
  private let file: String

  init(_ table: TOMLValue, file: String) {
    self.table = table
    self.file = file
  }

  /// Adds the entries that say the same.
  ///
  /// - Parameter rule: the rule that the list stands in.
  func carry(into imported: inout Imported, rule: String?) {
    func remark(_ key: String, _ text: String) {
      imported.remark(file, table[key]?.line ?? table.line, "allowlist: \(text)")
    }
    let reason = table["description"]?.string ?? "allowed by \(file)"
    var rules: [String?] = [rule]
    if let targets = table["targetRules"]?.strings {
      let known = Set(imported.rules.map(\.id))
      rules = targets.filter(known.contains)
      let others = targets.filter { !known.contains($0) }
      if !others.isEmpty {
        let names = others.joined(separator: ", ")
        remark("targetRules", "the rules here have ids of their own; left out for \(names)")
      }
    }
    if table["commits"] != nil {
      remark(
        "commits", "commits are not allowed as a whole here; accept their findings by a baseline")
    }
    let paths = joined(table["paths"]?.strings ?? [])
    var values: [String] = []
    let target = table["regexTarget"]?.string ?? "secret"
    if let patterns = table["regexes"]?.strings {
      if target == "secret" {
        values = patterns
      } else {
        remark("regexes", "patterns for the \(target) are left out; here they are for the value")
      }
    }
    let words = table["stopwords"]?.strings ?? []
    if !words.isEmpty {
      values.append("(?i)(?:" + words.map(RE2Pattern.escaped).joined(separator: "|") + ")")
    }
    let value = joined(values)
    guard paths != nil || value != nil else { return }
    for rule in rules {
      if isConjunction {
        imported.allowances.append(
          .init(rule: rule, pathPattern: paths, value: value, reason: reason))
      } else {
        if let paths {
          imported.allowances.append(.init(rule: rule, pathPattern: paths, reason: reason))
        }
        if let value {
          imported.allowances.append(.init(rule: rule, value: value, reason: reason))
        }
      }
    }
  }

  private var isConjunction: Bool {
    let condition = table["condition"]?.string?.uppercased()
    return condition == "AND" || condition == "&&"
  }

  private func joined(_ patterns: [String]) -> String? {
    if patterns.count < 2 { return patterns.first }
    return patterns.map { "(?:\($0))" }.joined(separator: "|")
  }
}
