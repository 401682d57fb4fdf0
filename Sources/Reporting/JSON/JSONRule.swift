import Findings

extension JSONWriter {
  /// A rule.
  mutating func rule(_ rule: RuleDescriptor) {
    object { json in
      json.member("id", rule.id)
      json.member("name", rule.name)
      json.member("summary", rule.summary)
      json.member("severity", rule.severity.name)
      json.member("confidence", rule.confidence.name)
      json.object("lifetime") { json in
        switch rule.lifetime {
        case .static: json.member("kind", "static")
        case .ephemeral(let usual, let maximum):
          json.member("kind", "ephemeral")
          json.member("usualSeconds", usual.map { Int($0) })
          json.member("maximumSeconds", maximum.map { Int($0) })
        }
      }
      json.member("revoke", rule.revoke)
      json.member("replace", rule.replace)
      json.member("cwe", rule.cwe)
    }
  }
}
