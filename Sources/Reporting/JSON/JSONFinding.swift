import Findings

extension JSONWriter {
  /// A finding with everything that was computed about it; `type` where each line needs one.
  mutating func finding(_ finding: Finding, asOf: Timestamp, type: String? = nil) {
    object { json in
      json.member("type", type)
      json.member("id", finding.id)
      json.member("rule", finding.rule.id)
      json.member("severity", finding.severity.name)
      json.member("confidence", finding.confidence.name)
      json.member("rank", Rank.of(finding, asOf: asOf))
      json.member("name", finding.evidence.name)
      if finding.isSecret {
        json.member("redacted", finding.secret.redacted)
        json.member("length", finding.secret.count)
      }
      json.key("location")
      json.location(finding.location)
      if let age = finding.age {
        json.key("age")
        json.age(age, asOf: asOf)
      }
      if let rotation = finding.rotation {
        json.key("rotation")
        json.rotation(rotation, asOf: asOf)
      }
      if let lifetime = finding.lifetime {
        json.key("lifetime")
        json.lifetime(lifetime)
      }
      if let exposure = finding.exposure {
        json.key("exposure")
        json.exposure(exposure)
      }
      json.member("baselineState", finding.baseline?.rawValue)
      json.breaches(finding.breaches)
      json.evidence(finding.evidence)
      json.array("alsoAt", finding.alsoAt) { $0.location($1) }
      json.array("members", finding.members) { $0.finding($1, asOf: asOf) }
      json.member("fingerprint", finding.fingerprint)
      json.member("secretFingerprint", finding.secretFingerprint)
      json.member("valueGroup", finding.valueGroup)
    }
  }

  private mutating func evidence(_ evidence: Evidence) {
    object("evidence") { json in
      json.member("detector", evidence.detector)
      json.array("reasons", evidence.reasons) { $0.value($1) }
      json.array("facts", evidence.facts) { json, fact in
        json.object { json in
          json.member("name", fact.name)
          json.member("value", fact.value)
        }
      }
    }
  }
}
