import Findings

/// What was hidden, what a baseline knows, and what the gate says; `json` and `jsonl` share it.
extension JSONWriter {
  mutating func suppressions(_ report: Report) {
    array("suppressions", report.suppressions.sorted { $0.key < $1.key }) { json, suppression in
      json.object { json in
        json.member("kind", suppression.key.kind.rawValue)
        json.member("source", suppression.key.source)
        json.member("count", suppression.value)
      }
    }
  }

  mutating func baseline(_ comparison: BaselineComparison?) {
    guard let comparison else { return }
    object("baseline") { json in
      json.member("name", comparison.name)
      json.member("new", comparison.new)
      json.member("unchanged", comparison.unchanged)
      json.array("absent", comparison.absent) { json, absent in
        json.object { json in
          json.member("rule", absent.rule)
          json.path("path", absent.path)
        }
      }
    }
  }

  mutating func gate(_ report: Report) {
    object("gate") { json in
      json.array("rules", report.gate) { $0.value($1) }
      json.member("broken", report.findings.contains { !$0.breaches.isEmpty })
    }
  }

  mutating func breaches(_ breaches: [Breach]) {
    guard !breaches.isEmpty else { return }
    array("breaches", breaches) { json, breach in
      json.object { json in
        json.member("rule", breach.rule)
        json.member("cause", breach.cause)
        json.member("remedy", breach.remedy)
      }
    }
  }
}
