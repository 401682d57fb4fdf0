import Detection
import Findings
import Patterns
import Rules

/// Rules as Swift source. A string literal costs nothing at start-up, unlike a text to read: that is
/// why rules are embedded as calls, each of which is made when its rule is asked for.
enum RuleSource {
  /// A file with a function `embeddedRules()`.
  static func file(of rules: RuleList) -> String {
    let functions = rules.enumerated().map { index, rule in
      "private func rule\(index)() -> Rule {\n  \(expression(rule))\n}\n"
    }
    let cases = rules.indices.map { "  case \($0): rule\($0)()\n" }
    let tables = TableSource.source(of: DetectionEngine.tables(of: rules))
    return """
      // Made by EmbedRules from rules/*.yml.
      internal import Findings
      internal import Patterns
      internal import Rules

      func embeddedRules() -> RuleList {
        RuleList(
          count: \(rules.count),
          tables: \(tables.expression),
          make: embeddedRule)
      }

      private func embeddedRule(_ index: Int) -> Rule {
        switch index {
      \(cases.joined())  default: preconditionFailure("no rule has this index")
        }
      }

      \(tables.declarations)
      \(functions.joined(separator: "\n"))
      """
  }

  private static func expression(_ rule: Rule) -> String {
    let fact = rule.lifetimeFact.map {
      "Rule.Fact(source: \(literal($0.source)), date: Timestamp(seconds: \($0.date.seconds)))"
    }
    return call(
      "Rule",
      [
        ("descriptor", descriptor(rule.descriptor)),
        ("provider", literal(rule.provider)),
        ("detector", ".\(rule.detector)"),
        ("keywords", list(rule.keywords.map(keyword))),
        ("naming", optional(rule.naming.map(naming))),
        ("pattern", optional(rule.pattern.map { "Pattern(\(literal($0.source)))" })),
        ("window", window(rule.window)),
        ("rows", optional(rule.rows.map { ".\($0)" })),
        ("entropy", "\(rule.entropy)"),
        ("checksum", optional(rule.checksum.map { ".\($0)" })),
        ("expiry", optional(rule.expiry.map { ".\($0)" })),
        ("publicPrefix", "\(rule.publicPrefix)"),
        ("lifetimeFact", optional(fact)),
        ("specificity", "\(rule.specificity)"),
        ("examples", list(rule.examples.map(template))),
        ("counterexamples", list(rule.counterexamples.map(template))),
      ])
  }

  private static func descriptor(_ descriptor: RuleDescriptor) -> String {
    call(
      "RuleDescriptor",
      [
        ("id", literal(descriptor.id)),
        ("name", literal(descriptor.name)),
        ("summary", literal(descriptor.summary)),
        ("severity", ".\(descriptor.severity)"),
        ("confidence", ".\(descriptor.confidence)"),
        ("lifetime", lifetime(descriptor.lifetime)),
        ("revoke", literal(descriptor.revoke)),
        ("replace", literal(descriptor.replace)),
        ("cwe", "\(descriptor.cwe)"),
      ])
  }

  private static func lifetime(_ lifetime: Lifetime) -> String {
    switch lifetime {
    case .static: ".static"
    case .ephemeral(let usual, let maximum):
      ".ephemeral(usual: \(optional(usual.map { "\($0)" })), "
        + "maximum: \(optional(maximum.map { "\($0)" })))"
    }
  }

  private static func keyword(_ keyword: Rule.Keyword) -> String {
    call(
      "Rule.Keyword",
      [
        ("text", literal(keyword.text)),
        ("anchor", ".\(keyword.anchor)"),
        ("ignoresCase", "\(keyword.ignoresCase)"),
      ])
  }

  private static func naming(_ naming: Rule.Naming) -> String {
    call(
      "Rule.Naming",
      [
        ("names", list(naming.names.map(literal))),
        ("commonNames", list(naming.commonNames.map(literal))),
        ("abbreviations", list(naming.abbreviations.map(literal))),
        ("shapes", list(naming.shapes.map(literal))),
      ])
  }

  private static func window(_ window: Rule.Window) -> String {
    call(
      "Rule.Window",
      [
        ("before", "\(window.before)"),
        ("after", "\(window.after)"),
        ("lines", optional(window.lines.map { "\($0)" })),
      ])
  }

  private static func template(_ template: Template) -> String {
    "Template(\(literal(template.source)))"
  }

  private static func call(_ name: String, _ arguments: [(String, String)]) -> String {
    "\(name)(\(arguments.map { "\($0.0): \($0.1)" }.joined(separator: ", ")))"
  }

  private static func list(_ elements: [String]) -> String {
    "[\(elements.joined(separator: ", "))]"
  }

  private static func optional(_ expression: String?) -> String { expression ?? "nil" }

  /// A string literal of any text.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
