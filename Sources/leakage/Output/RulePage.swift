internal import Findings
internal import Rules

/// What a person wants to know about a rule.
enum RulePage {
  private static let label = 13

  /// The page as text, wrapped at a width.
  static func text(of rule: Rule, width: Int) -> String {
    let descriptor = rule.descriptor
    var rows: [(String, String)] = [
      ("provider", rule.provider),
      ("severity", descriptor.severity.name),
      ("confidence", descriptor.confidence.name),
      ("lifetime", lifetime(rule)),
    ]
    if let expiry = rule.expiry {
      rows.append(("expiry", "read from the value (\(expiry.rawValue))"))
    }
    if let checksum = rule.checksum {
      rows.append(("checksum", "inside the value (\(checksum.rawValue))"))
    }
    rows.append(("found by", detection(rule)))
    if let shape = rule.examples.first { rows.append(("looks like", line(shape.source))) }
    rows += [("cwe", "CWE-\(descriptor.cwe)")]
    let advice = [
      ("revoke", descriptor.revoke), ("instead", descriptor.replace),
    ]
    let allowing = [
      ("one line", "# leakage:allow \(rule.id) until=YYYY-MM-DD reason=\"…\""),
      ("some paths", "allow: [{rule: \(rule.id), path: tests/**}]  in .leakage.yml"),
      ("everywhere", "disable: [\(rule.id)]  in .leakage.yml"),
    ]
    var text = "\(descriptor.name)  (\(descriptor.id))\n\n"
    text += wrapped(descriptor.summary, indent: 0, width) + "\n"
    for row in rows { text += self.row(row, width) }
    text += "\nWhat to do\n"
    for row in advice { text += self.row(row, width) }
    text += "\nHow to allow\n"
    // Unwrapped, so that it can be copied.
    for (name, value) in allowing { text += "  " + padded(name) + value + "\n" }
    return text
  }

  private static func lifetime(_ rule: Rule) -> String {
    var text = LifetimePhrase.short(rule.descriptor.lifetime)
    if let fact = rule.lifetimeFact { text += ", according to \(fact.source) (\(fact.date.day))" }
    return text
  }

  private static func detection(_ rule: Rule) -> String {
    switch rule.detector {
    case .pattern:
      let words = rule.keywords.prefix(6).map(\.text).joined(separator: ", ")
      return "its shape, near: \(words)" + (rule.keywords.count > 6 ? ", …" : "")
    case .assignment: return "the name beside the value, and the value's look"
    case .named: return "the provider's name beside the value, and the value's shape"
    case .environment: return "a printed environment that holds secrets"
    case .workflow: return "a check of what a pipeline does with its secrets"
    }
  }

  private static func line(_ text: String) -> String {
    let first = text.split(separator: "\n", omittingEmptySubsequences: true).first ?? ""
    return first.count > 120 ? first.prefix(119) + "…" : String(first)
  }

  private static func row(_ row: (String, String), _ width: Int) -> String {
    let text = wrapped(row.1, indent: label + 2, width)
    return "  " + padded(row.0) + text.drop { $0 == " " }
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, label - name.count))
  }

  /// Words in lines of a width, each with an indent.
  private static func wrapped(_ text: String, indent: Int, _ width: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [margin + line]).joined(separator: "\n") + "\n"
  }
}
