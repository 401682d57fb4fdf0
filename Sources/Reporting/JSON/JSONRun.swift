import Findings

/// What a report says about the scan itself; `json` and `jsonl` share it.
extension JSONWriter {
  /// The members that say which scan it was.
  mutating func identity(_ report: Report) {
    member("schemaVersion", JSONReport.schemaVersion)
    object("tool") { json in
      json.member("name", "leakage")
      json.member("version", report.toolVersion)
    }
    member("mode", report.mode)
    member("asOf", report.asOf)
    member("ageScope", report.ageScope)
    member("incomplete", report.isIncomplete)
    member("configuration", report.configuration)
    array("roots", report.roots) { json, root in
      json.object { json in
        json.path("prefix", root.prefix)
        json.member("isRepository", root.isRepository)
      }
    }
  }

  /// The members that say what it came to: counts, rules with findings, strikes, coverage.
  mutating func outcome(_ report: Report) {
    let totals = Totals(report)
    object("counts") { json in
      json.member("findings", totals.findings)
      for severity in Severity.allCases.reversed() {
        json.member(severity.name, totals.bySeverity[severity] ?? 0)
      }
      json.member("members", totals.members)
      json.member("documents", totals.documents)
      json.member("notifications", report.notifications.count)
      json.member("rulesInForce", report.rulesInForce)
    }
    array("rules", RulesInUse(report).rules) { $0.rule($1) }
    object("strikes") { json in
      for strike in Strike.allCases {
        if let count = report.strikes[strike], count > 0 { json.member(strike.rawValue, count) }
      }
    }
    suppressions(report)
    baseline(report.baseline)
    gate(report)
    object("coverage") { json in
      let coverage = report.coverage
      json.member("files", coverage.files)
      json.member("blobs", coverage.blobs)
      json.member("archives", coverage.archives)
      json.member("members", coverage.members)
      json.member("commits", coverage.commits)
      json.member("bytes", coverage.bytes)
      json.member("notScanned", coverage.notScanned)
    }
  }

  /// Something about the scan that a reader must know.
  mutating func notification(_ notification: Notification, type: String? = nil) {
    object { json in
      json.member("type", type)
      json.member("severity", notification.severity.name)
      json.member("code", notification.code.rawValue)
      json.member("message", notification.message)
      json.member("incomplete", notification.isIncomplete)
      if let origin = notification.origin { json.object("origin") { $0.origin(origin) } }
    }
  }

  /// A candidate that was struck out.
  mutating func struck(_ candidate: StruckCandidate, type: String? = nil) {
    object { json in
      json.member("type", type)
      json.member("rule", candidate.ruleID)
      json.member("strike", candidate.strike.rawValue)
      json.member("detail", candidate.detail)
      json.key("location")
      json.location(candidate.location)
    }
  }
}
