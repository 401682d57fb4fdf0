import Findings

/// Rules as SARIF's reporting descriptors, with everything GitHub asks for.
extension JSONWriter {
  mutating func sarifRule(_ rule: RuleDescriptor) {
    object { json in
      json.member("id", rule.id)
      json.member("name", SARIFText.short(rule.name, 255))
      json.text("shortDescription", SARIFText.short(rule.name))
      json.text("fullDescription", SARIFText.short(rule.summary.isEmpty ? rule.name : rule.summary))
      json.object("help") { json in
        json.member("text", Self.help(rule, bold: ("", "")) { Visible.text($0) })
        json.member("markdown", Self.help(rule, bold: ("**", "**"), SARIFText.markdown))
      }
      json.object("defaultConfiguration") { $0.member("level", rule.severity.name) }
      json.object("properties") { json in
        json.member("security-severity", Self.securitySeverity(rule))
        json.member("precision", rule.confidence.name)
        let cwe = String(rule.cwe)
        let padded = String(repeating: "0", count: max(0, 3 - cwe.count)) + cwe
        json.array("tags", ["security", "secret", "external/cwe/cwe-\(padded)"]) { $0.value($1) }
      }
    }
  }

  private mutating func text(_ name: String, _ text: String) {
    object(name) { $0.member("text", text) }
  }

  private static func help(
    _ rule: RuleDescriptor, bold: (String, String), _ shown: (String) -> String
  ) -> String {
    [("What", rule.summary), ("Revoke", rule.revoke), ("Instead", rule.replace)]
      .filter { !$0.1.isEmpty || $0.0 == "What" }
      .map { "\(bold.0)\($0.0):\(bold.1) \(shown($0.1.isEmpty ? rule.name : $0.1))" }
      .joined(separator: "\n\n")
  }

  /// GitHub knows the severity of a rule, not of a result: 7.0 and more is high. A credential that
  /// dies by itself is less than one that lives until someone rotates it.
  private static func securitySeverity(_ rule: RuleDescriptor) -> String {
    switch (rule.severity, rule.lifetime) {
    case (.error, .static): "8.5"
    case (.error, .ephemeral): "7.5"
    case (.warning, .static): "5.5"
    case (.warning, .ephemeral): "4.5"
    case (.note, _): "2.0"
    }
  }
}
