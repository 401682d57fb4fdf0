internal import Findings
internal import Rules

/// What a person wants to know about a rule.
enum RulePage {
  /// The page as text.
  static func text(of rule: Rule) -> String {
    let descriptor = rule.descriptor
    var lines = [
      "\(descriptor.name)  (\(descriptor.id))",
      "",
      descriptor.summary,
      "",
      "severity    \(descriptor.severity.name)",
      "confidence  \(descriptor.confidence.name)",
      "lifetime    \(lifetime(descriptor.lifetime))",
    ]
    if let fact = rule.lifetimeFact {
      lines.append("            according to \(fact.source), \(fact.date.day)")
    }
    if let expiry = rule.expiry {
      lines.append("expiry      read from the value (\(expiry.rawValue))")
    }
    if let checksum = rule.checksum { lines.append("checksum    \(checksum.rawValue)") }
    lines += ["cwe         CWE-\(descriptor.cwe)", "", "Revoke:  \(descriptor.revoke)"]
    lines += ["Replace: \(descriptor.replace)"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lifetime(_ lifetime: Lifetime) -> String {
    switch lifetime {
    case .static: return "until someone rotates it"
    case .ephemeral(let usual, let maximum):
      let parts = [
        usual.map { "\(hours($0)) by default" }, maximum.map { "\(hours($0)) at most" },
      ]
      let known = parts.compactMap { $0 }.joined(separator: ", ")
      return known.isEmpty ? "it dies by itself" : known
    }
  }

  private static func hours(_ seconds: Int64) -> String {
    if seconds % 86_400 == 0 { return "\(seconds / 86_400) d" }
    if seconds % 3_600 == 0 { return "\(seconds / 3_600) h" }
    return "\(seconds / 60) min"
  }
}
