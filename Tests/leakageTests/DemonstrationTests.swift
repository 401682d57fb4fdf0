import Testing

/// The story of `scripts/demo`, told by leakage: every date is known to the day.
@Suite(.serialized) struct DemonstrationTests {
  typealias Found = ReportReading.Found

  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.make("\(Sandbox.project)/scripts/demo .")
  }

  func scan(_ words: String) throws -> ReportReading {
    try box.sh("leakage scan \(words) --as-of 2026-01-01 --format json").report()
  }

  /// The one finding of a rule in a path, members of environment dumps too.
  func one(_ rule: String, _ path: String, in report: ReportReading) throws -> Found {
    let found = report.findings.flatMap { [$0] + $0.members }.filter {
      $0.rule == rule && $0.path.contains(path)
    }
    try #require(found.count == 1, "\(rule) in \(path): \(found.count)")
    return found[0]
  }

  func expect(_ found: Found, since: String, days: Int, _ place: Comment? = nil) {
    #expect(found.age?.since?.prefix(10) == since[...], place)
    #expect(found.age?.days == days, place)
  }

  @Test func `exactly what is planted is found, once`() throws {
    let report = try scan("shop logs")
    #expect(
      report.findings.map { "\($0.path) \($0.rule) \($0.location.region.startLine)" } == [
        ".github/workflows/release.yml generic-password 8",
        ".github/workflows/release.yml stripe-secret-key 9",
        "mirror.sh gitlab-access-token 2",
        "github/run-8131.zip > deploy/2_Migrate.txt environment-dump 6",
        "github/run-8131.zip > deploy/3_Debug.txt environment-dump 9",
        "gitlab/job-5512.log gitlab-access-token 4",
        "jenkins/build-77.log.gz generic-command-line-password 5",
      ])
    #expect(
      report.findings.flatMap(\.members).map(\.rule) == [
        "generic-password", "stripe-secret-key", "github-personal-access-token",
        "aws-access-key-id", "aws-secret-access-key",
      ])
    #expect(report.findings.allSatisfy { $0.severity == "error" })
    #expect(!report.incomplete && report.notifications.isEmpty)
  }

  @Test func `the password has never been rotated`() throws {
    let report = try scan("shop")
    let password = try one("generic-password", "release.yml", in: report)
    expect(password, since: "2021-02-03", days: 1792)
    #expect(password.age?.atHead == true)
    #expect(password.rotation?.count == 0)
    #expect(password.rotation?.last.authorDate.prefix(10) == "2021-02-03")
    #expect(password.location.place?.keyPath == "jobs.deploy.env.DB_PASSWORD")
    #expect(password.name == "DB_PASSWORD")
  }

  @Test func `re-indenting, quoting, renaming and CRLF are no rotations`() throws {
    let key = try one("stripe-secret-key", "release.yml", in: try scan("shop"))
    expect(key, since: "2024-04-02", days: 638)
    #expect(key.rotation?.count == 2)
    #expect(key.rotation?.last.authorDate.prefix(10) == "2024-04-02")
  }

  @Test func `what only a merge brought is dated`() throws {
    let token = try one("gitlab-access-token", "mirror.sh", in: try scan("shop"))
    expect(token, since: "2024-07-01", days: 548)
  }

  @Test func `the history knows what has gone`() throws {
    let report = try scan("--history shop")
    let alert = try one("slack-bot-token", "config/alerts.env", in: report)
    expect(alert, since: "2021-09-14", days: 1569)
    #expect(alert.age?.removed?.authorDate.prefix(10) == "2022-01-20")
    #expect(alert.age?.atHead == false)

    let keys = report.findings.filter { $0.rule == "stripe-secret-key" }
    #expect(
      keys.map {
        "\($0.age?.since?.prefix(10) ?? "-") \($0.age?.removed?.authorDate.prefix(10) ?? "-")"
      }
      .sorted() == ["2021-02-03 2023-03-10", "2023-03-10 2024-04-02", "2024-04-02 -"])
    expect(try one("gitlab-access-token", "mirror.sh", in: report), since: "2024-07-01", days: 548)
    let password = try one("generic-password", "release.yml", in: report)
    expect(password, since: "2021-02-03", days: 1792)
    #expect(password.alsoAt.map(\.path) == [".github/workflows/deploy.yml"])
    #expect(report.findings.count == 6)
  }

  @Test func `a value in a log is as old as its line`() throws {
    let report = try scan("shop logs")
    for (rule, path, time, days) in [
      ("environment-dump", "2_Migrate.txt", "2024-05-01T10:02:00Z", 609),
      ("generic-password", "2_Migrate.txt", "2024-05-01T10:02:00Z", 609),
      ("aws-access-key-id", "3_Debug.txt", "2024-05-01T10:03:00Z", 609),
      ("gitlab-access-token", "job-5512.log", "2024-07-01T10:00:00Z", 548),
      ("generic-command-line-password", "build-77.log.gz", "2025-11-03T02:00:11Z", 58),
    ] {
      let found = try one(rule, path, in: report)
      #expect(found.age?.since == time, "\(rule) in \(path)")
      #expect(found.age?.days == days, "\(rule) in \(path)")
      #expect(found.age?.basis == "log-line", "\(rule) in \(path)")
    }
    let dump = try one("environment-dump", "2_Migrate.txt", in: report)
    #expect(dump.location.place?.job == "deploy" && dump.location.place?.step == "Migrate")
  }

  @Test func `equal values are tied together`() throws {
    let report = try scan("shop logs")
    let tied = [
      [
        ("generic-password", "release.yml"), ("generic-password", "2_Migrate.txt"),
        ("generic-command-line-password", "build-77"),
      ],
      [("stripe-secret-key", "release.yml"), ("stripe-secret-key", "2_Migrate.txt")],
      [("gitlab-access-token", "mirror.sh"), ("gitlab-access-token", "job-5512")],
    ]
    var groups: Set<Int> = []
    for story in tied {
      let numbers = Set(try story.map { try one($0.0, $0.1, in: report).valueGroup })
      try #require(numbers.count == 1)
      let number = try #require(numbers.first ?? nil)
      #expect(groups.insert(number).inserted)
    }
    #expect(try one("github-personal-access-token", "3_Debug", in: report).valueGroup == nil)
  }

  @Test func `the same story as text`() throws {
    let run = try box.sh("leakage scan shop logs --as-of 2026-01-01")
    let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for phrase in [
      "for 4 years 10 months, since 2021-02-03", "never rotated", "since 2024-04-02",
      "rotated 2 times, last on 2024-04-02", "jobs.deploy.env.DB_PASSWORD",
      "job deploy, step Migrate, printed on 2024-05-01 at 10:02:00 UTC",
      "step step_script, printed on 2024-07-01 at 10:00:00 UTC",
      "5 values inside environment dumps",
    ] {
      #expect(text.contains(phrase), "\(phrase)")
    }
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let history = try box.sh("leakage scan --history shop --as-of 2026-01-01")
    let told = history.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("removed on 2022-01-20"))
  }

  @Test func `the same story as SARIF`() throws {
    let run = try box.sh("leakage scan shop logs --as-of 2026-01-01 --format sarif")
    for phrase in [
      "hardcoded for 1,792 days (since 2021-02-03), never rotated",
      "\"uri\": \"shop/.github/workflows/release.yml\"", "\"days\": 638",
      "\"ruleId\": \"environment-dump\"", "jobs.deploy.env.STRIPE_API_KEY",
      "\"primaryLocationLineHash\"", "\"exitCode\":1",
    ] {
      let packed = run.text.replacing(" ", with: "")
      #expect(packed.contains(phrase.replacing(" ", with: "")), "\(phrase)")
    }
  }

  @Test func `an age needs its history only`() throws {
    let config = try scan("shop --age config")
    expect(try one("generic-password", "release.yml", in: config), since: "2021-02-03", days: 1792)
    #expect(try scan("shop --age none").findings.allSatisfy { $0.age?.since == nil })
  }

  @Test func `a shallow clone says that ages are lower bounds`() throws {
    try box.make("git clone -q --depth 1 file://$PWD/shop shallow")
    let run = try box.sh("leakage scan shallow --as-of 2026-01-01")
    #expect(run.text.contains("shallow"))
    #expect(run.text.contains("at least") || run.text.contains(">="))
  }
}
