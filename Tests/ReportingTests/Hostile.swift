import Findings

/// A report whose every text from the input is an attack.
enum Hostile {
  static let texts = [
    "\u{1B}[31m\u{1B}]0;title\u{7}", "a\nb\r\n  1:1 error", "\u{202E}gpj.exe",
    "<script>alert(1)</script>",
    "[x](http://example.org) {0} \\", "\"', }]\u{0}", "\u{2028}\u{FEFF}\u{200B}", "-x",
    "::error::x",
    String(repeating: "a", count: 1_500), "…", "漢字\u{E0041}",
  ]

  static var report: Report {
    var report = Sample.empty
    report.notifications = texts.map {
      Notification(
        severity: .warning, code: .unreadable, message: $0,
        origin: Origin(source: .file, path: Path($0)), isIncomplete: true)
    }
    for (number, text) in texts.enumerated() {
      let place = Place(job: text, step: text, keyPath: text, time: nil)
      var finding = Sample.finding(
        rule(text), Sample.location("d/" + text, 1, 1, members: [text], place: place),
        id: "abc\(number)", name: text)
      finding.evidence.reasons = [text]
      finding.evidence.facts = [.init(text, text)]
      finding.alsoAt = [Sample.location(text, 2, 2)]
      finding.lifetime = LifetimeVerdict(state: .unknown, evidence: text)
      var member = finding
      member.fingerprint = "def\(number)" + finding.fingerprint.dropFirst(4)
      if number % 3 == 0 { finding.members = [member] }
      report.findings.append(finding)
      report.struck.append(
        StruckCandidate(
          ruleID: text, strike: .entropy, detail: text, location: finding.location))
    }
    var broken = Sample.finding(Sample.password, Sample.location("x", 1, 1), id: "fff")
    broken.location = Location(
      origin: Origin(source: .file, path: Path(bytes: [0xFF, 0x1B, 0x80])),
      region: broken.location.region, place: Place())
    report.findings.append(broken)
    return report
  }

  /// A rule of a rule file that is the attacker's.
  private static func rule(_ text: String) -> RuleDescriptor {
    RuleDescriptor(
      id: "rule-" + text.prefix(20), name: text, summary: "", severity: .error, confidence: .low,
      lifetime: .static, revoke: text, replace: text, cwe: 798)
  }
}
