import Findings

extension Sample {
  /// A repository's story: an old password in a workflow, the same value printed in a log with its
  /// environment, a dead token, one removed from HEAD, one that is staged.
  static var story: Report {
    var report = empty
    report.mode = "history"
    report.findings = [workflow, staged, removed, environment, printedToken]
    report.rulesInForce = 3
    report.coverage.files = 1_204
    report.coverage.archives = 3
    report.coverage.members = 40
    report.coverage.commits = 96
    report.coverage.bytes = 14_200_000
    report.coverage.notScanned = 5
    report.strikes = [.placeholder: 80, .reference: 1_220, .entropy: 7]
    report.configuration = "main:.leakage.yml"
    report.suppressions = [
      Suppression(kind: .external, source: ".leakage.yml:4"): 2,
      Suppression(kind: .inSource, source: "gitleaks:allow"): 1,
    ]
    report.baseline = BaselineComparison(
      name: ".leakage-baseline", new: 4, unchanged: 1,
      absent: [.init(rule: password.id, path: Path("gone.yml"))])
    report.gate = ["fail-on error", "max-age 90d"]
    for index in report.findings.indices { report.findings[index].baseline = .new }
    report.findings[0].breaches = [
      Breach(rule: "max-age 90d", cause: "exposed for 2,119 days", remedy: "revoke it")
    ]
    report.struck = [
      StruckCandidate(
        ruleID: "generic-secret", strike: .entropy, detail: "2.1 bits a character",
        location: location(".github/workflows/deploy.yml", 12, 20)),
      StruckCandidate(
        ruleID: "generic-secret", strike: .placeholder, detail: "the word changeme",
        location: location(".github/workflows/deploy.yml", 30, 9)),
    ]
    report.notifications = notifications
    return report
  }

  private static var workflow: Finding {
    var finding = Sample.finding(
      password,
      location(
        ".github/workflows/deploy.yml", 12, 20,
        place: Place(
          job: "deploy", step: "2", keyPath: "jobs.deploy.steps[2].env.DB_PASSWORD"),
        lineHash: "a7f2ff13bc495cf2:1"),
      id: "1a2b3c4d", name: "DB_PASSWORD")
    finding.age = Age(
      since: day("2021-02-03"), basis: .author, introduced: commit("2f", "2021-02-03"),
      isAtHead: true, files: 2)
    finding.rotation = Rotation(first: commit("2f", "2021-02-03"))
    finding.lifetime = LifetimeVerdict(state: .noExpiry, evidence: "passwords do not expire")
    finding.evidence.reasons = ["the name says password", "the value has 3.4 bits a character"]
    finding.alsoAt = [
      location("docs/setup.md", 4, 1), location(".github/workflows/deploy.yml", 40, 12),
    ]
    finding.valueGroup = 1
    return finding
  }

  private static var staged: Finding {
    var finding = Sample.finding(
      password, location("deploy/values.yaml", 3, 13, source: .index), id: "5e6f7a8b",
      name: "password")
    finding.age = Age(since: nil, basis: .uncommitted)
    finding.lifetime = LifetimeVerdict(state: .noExpiry, evidence: "passwords do not expire")
    return finding
  }

  private static var removed: Finding {
    var finding = Sample.finding(
      token,
      location(
        "scripts/release.sh", 8, 11, length: 40, source: .history,
        blob: commit("ab", "2020-01-01").id),
      id: "9c0d1e2f", secret: secret(40, prefix: 4))
    finding.severity = .note
    finding.age = Age(
      since: day("2024-03-01T10:00:00Z"), basis: .committer, introduced: commit("cd", "2024-03-01"),
      removed: commit("de", "2024-05-02"), isAtHead: false, files: 1, isLowerBound: true,
      isSuspect: true)
    finding.lifetime = LifetimeVerdict(
      state: .expiredByBound(day("2024-05-02T01:00:00Z")), evidence: "it lives an hour at most")
    return finding
  }

  private static var environment: Finding {
    let time = day("2024-05-01T12:00:07Z")
    let place = Place(job: "build", step: "4", time: time)
    func member(_ line: Int, _ name: String, _ id: String, _ rule: RuleDescriptor) -> Finding {
      var member = Sample.finding(
        rule, location("logs/build-17.zip", line, 14, members: ["3_deploy.txt"], place: place),
        id: id, name: name)
      member.age = Age(since: time, basis: .logLine)
      return member
    }
    var finding = Sample.finding(
      dump, location("logs/build-17.zip", 40, 1, members: ["3_deploy.txt"], place: place),
      id: "33445566", secret: secret(200))
    finding.age = Age(since: time, basis: .logLine)
    finding.evidence.facts = [.init("masked", "9"), .init("clear", "2"), .init("variables", "31")]
    var first = member(44, "DB_PASSWORD", "44556677", password)
    first.valueGroup = 1
    first.lifetime = LifetimeVerdict(state: .noExpiry, evidence: "passwords do not expire")
    finding.members = [first, member(51, "APP_TOKEN", "55667788", token)]
    return finding
  }

  private static var printedToken: Finding {
    var finding = Sample.finding(
      token, location("logs/build-17.zip", 90, 3, length: 40, members: ["4_push.txt"]),
      id: "66778899", secret: secret(40, prefix: 4))
    finding.evidence.facts = [.init("app", "123456")]
    finding.lifetime = LifetimeVerdict(
      state: .expiredProved(day("2024-05-01T13:00:00Z")), evidence: "exp of the token")
    return finding
  }

  private static var notifications: [Notification] {
    let archive = Path("logs/build-17.zip")
    return (1...5).map { number in
      Notification(
        severity: .warning, code: .encrypted, message: "The member is encrypted.",
        origin: Origin(source: .file, path: archive, members: [Path("secret-\(number).txt")]),
        isIncomplete: true)
    } + [
      Notification(
        severity: .warning, code: .truncatedHistory,
        message: "The clone is shallow: ages are lower bounds. Fetch the whole history first."),
      Notification(
        severity: .note, code: .symbolicLink, message: "It leads out of the root.",
        origin: Origin(source: .file, path: Path("deploy/current"))),
    ]
  }
}
