/// Our files, made of what was imported.
extension Imported {
  /// `.leakage.yml`; `nil` if there is nothing to say in it.
  ///
  /// - Parameters:
  ///   - rules: the folder of the imported rules, if there are any.
  ///   - baseline: the baseline, if one was written.
  public func configuration(rules: String?, baseline: String?) -> String? {
    guard rules != nil || baseline != nil || !allowances.isEmpty else { return nil }
    var text = "# Made by leakage import.\n"
    if let rules { text += "rules: \(Self.quoted(rules))\n" }
    if let baseline { text += "baseline: \(Self.quoted(baseline))\n" }
    if !allowances.isEmpty { text += "allow:\n" }
    for allowance in allowances {
      let fields = [
        ("rule", allowance.rule), ("path-pattern", allowance.pathPattern),
        ("value", allowance.value), ("reason", allowance.reason),
      ]
      var mark = "-"
      for case (let name, let value?) in fields {
        text += "  \(mark) \(name): \(Self.quoted(value))\n"
        mark = " "
      }
    }
    return text
  }

  /// A file of the imported rules.
  public var ruleFile: String {
    var text = "# Made by leakage import. Write examples, then: leakage rules check\n"
    text += "provider: Imported\nrules:\n"
    for rule in rules {
      text += "  - id: \(rule.id)\n"
      text += "    name: \(Self.quoted(rule.name))\n"
      text += "    summary: \(Self.quoted(rule.name))\n"
      text += "    severity: error\n    confidence: medium\n    keywords:\n"
      for keyword in rule.keywords {
        text += "      - {text: \(Self.quoted(keyword)), anchor: context, case: ignore}\n"
      }
      text += "    pattern: \(Self.quoted(rule.pattern))\n"
      text +=
        rule.isLong
        ? "    window: {before: 256, after: 8192, lines: none}\n"
        : "    window: {before: 512, after: 1024}\n"
      if rule.entropy > 0 { text += "    entropy: \(rule.entropy)\n" }
      text += "    lifetime: {kind: static}\n"
      text += "    revoke: Ask whoever issued it.\n"
      text += "    replace: A short-lived credential of the same issuer.\n"
      text += "    examples: []\n    counterexamples: []\n"
    }
    return text
  }

  /// A text as a quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    if isPlain { return "'" + text.replacing("'", with: "''") + "'" }
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"\(quoted)\""
  }
}
