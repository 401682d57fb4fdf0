import Testing

/// What `.leakage.yml` can say, where it is found, what it is for, and how reports count what it hides.
@Suite struct SettingsTests {
  let box: Sandbox

  init() throws {
    box = try Sandbox()
    try box.write("a/src/a.txt", Planted.token(1).bytes)
    try box.write("a/tests/b.txt", Planted.token(2).bytes)
  }

  private func scan(_ folder: String = "a", _ options: String = "") throws -> ReportReading {
    try box.sh("cd \(folder); leakage scan --format json \(options)").report()
  }

  private func suppressions(_ report: ReportReading) -> [String] {
    report.suppressions.map { "\($0.kind) \($0.source) \($0.count)" }
  }

  @Test func `values, paths and days narrow what is allowed, and each line is counted`() throws {
    let value = String(decoding: try Planted.token(1).values[0].prefix(12), as: UTF8.self)
    try box.write(
      "a/.leakage.yml",
      """
      # one
      allow:
        - value: ^\(value)
          path: src/*
          reason: made up
        - path-pattern: (^|/)tests?/
          until: 2026-11-01

      """)
    let before = try scan("a", "--as-of 2026-11-01")
    #expect(before.findings.isEmpty)
    #expect(suppressions(before) == ["external .leakage.yml:3 1", "external .leakage.yml:6 1"])
    let after = try scan("a", "--as-of 2026-11-02")
    #expect(after.paths == ["tests/b.txt"])
    #expect(suppressions(after) == ["external .leakage.yml:3 1"])
    let text = try box.sh("cd a; leakage scan --as-of 2026-11-02")
    #expect(text.text.contains("allowance in .leakage.yml:6 ended on 2026-11-01"))
    #expect(text.text.contains("hidden      1 by .leakage.yml:3\n"))
    #expect(text.text.contains("settings    .leakage.yml\n"))
    let sarif = try box.sh("cd a; leakage scan --format sarif --as-of 2026-11-02")
    #expect(sarif.text.contains("\"source\":\".leakage.yml:3\""))
  }

  @Test func `rules are disabled and get other severities`() throws {
    try box.write("a/src/a.txt", "db_password = kumquat-Tango-17\n")
    try box.write("a/tests/b.txt", try Planted("set «glpat-{base62:20}»\n").bytes)
    try box.write(
      "a/.leakage.yml",
      """
      disable: [gitlab-*]
      severity:
        note: [generic-password]

      """)
    let report = try scan()
    #expect(report.paths == ["src/a.txt"] && report.findings[0].severity == "note")
    #expect(
      suppressions(report) == [
        "external .leakage.yml:1 1", "external .leakage.yml:3 (lowered to note) 1",
      ])
    #expect(try box.sh("cd a; leakage scan").status == 0)
  }

  @Test func `a configuration extends others and has the last word`() throws {
    try box.write(
      "base/common.yml", "gate: {fail-on: none}\nallow: [{path: src/}]\nextends: ./more.yml\n")
    try box.write("base/more.yml", "allow: [{path: tests/}]\ngate: {fail-on: error}\n")
    try box.write("a/.leakage.yml", "extends: [../base/common.yml]\n")
    let report = try scan()
    #expect(report.findings.isEmpty && report.gate.rules.isEmpty)
    #expect(
      suppressions(report) == [
        "external ../base/common.yml:2 1", "external ../base/more.yml:1 1",
      ])
    try box.write("base/more.yml", "extends: common.yml\n")
    let loop = try box.sh("cd a; leakage scan")
    #expect(loop.status == 2 && loop.complaint.contains("extends itself"))
    try box.write("base/more.yml", "allow:\n  - value: '('\n")
    let broken = try box.sh("cd a; leakage scan")
    #expect(broken.status == 2)
    #expect(broken.complaint.hasPrefix("leakage: ../base/more.yml:2:12: error: "))
    try box.make("rm base/more.yml")
    #expect(try box.sh("cd a; leakage scan").complaint.contains("more.yml: No such file"))
  }

  @Test(arguments: [
    ("disable: [Generic]\n", ":1:11: "), ("severity: {high: [a]}\n", ":1:12: "),
    ("allow:\n  - value: '['\n", ":2:12: "), ("allow:\n  - path: a\n    until: soon\n", ":3:12: "),
    ("gate: {fail-on: [bad]}\n", ":1:18: "), ("gate:\n  max-age: {static: 3}\n", ":2:21: "),
    ("gate:\n  max-age: {Static: 3d}\n", ":2:13: "),
    ("gate:\n  paths:\n    - path: a\n", ":3:7: "), ("rules: {a: b}\n", ":1:8: "),
  ])
  func `a mistake is 2 and has its place`(_ text: String, _ place: String) throws {
    try box.write("a/.leakage.yml", text)
    let run = try box.sh("cd a; leakage scan")
    #expect(run.status == 2)
    #expect(run.complaint.hasPrefix("leakage: .leakage.yml\(place)error: "), "\(run.complaint)")
  }

  @Test func `a found configuration is for its own root only`() throws {
    try box.make(
      "cp -r a other; cp -r a plain; for r in a other; do (new $r; commit 2026-01-01 x); done")
    try box.write("a/.leakage.yml", "allow: [{path: '**'}]\ngate: {fail-on: none}\n")
    #expect(try scan().findings.isEmpty)
    #expect(try scan("a/src", "..").findings.isEmpty)
    #expect(try scan("a/src").findings.isEmpty)
    let both = try box.sh("cd a; leakage scan . ../other --format json")
    #expect(both.status == 1)
    #expect(try both.report().paths == ["src/a.txt", "tests/b.txt"])
    #expect(try scan("a", "../plain").findings.count == 2)
    #expect(try scan("a", "../other ../plain --config .leakage.yml").findings.isEmpty)
    try box.write(".leakage.yml", "allow: [{path: plain/src/}]\n")
    #expect(try box.sh("leakage scan plain other --format json").report().findings.count == 3)
  }

  static let rules = """
    provider: Acme
    rules:
      - id: acme-token
        name: Acme token
        summary: A token of Acme.
        severity: error
        confidence: high
        keywords: [acme_]
        pattern: '(?<secret>acme_[a-z0-9]{20})(?![a-z0-9])'
        lifetime: {kind: static}
        revoke: Ask Acme.
        replace: Use OIDC.
        examples: ['token = «acme_{hex:20}»']
        counterexamples: ['token = acme_{hex:10}']

    """

  @Test func `rules of your own find more`() throws {
    try box.write("rules/acme.yml", Self.rules)
    try box.write("rules/README.md", "not a rule")
    let planted = try Planted("set «acme_{hex:20}»\n")
    try box.write("a/acme.txt", planted.bytes)
    #expect(try scan().findings.count == 2)
    #expect(try scan("a", "--rules ../rules").findings.map(\.rule).contains("acme-token"))
    try box.write("a/.leakage.yml", "rules: [../rules/acme.yml]\n")
    #expect(try scan().findings.map(\.rule).contains("acme-token"))
    #expect(try scan("a", "--rules ../rules/acme.yml").findings.count == 3)
    #expect(try box.sh("leakage rules show acme-token --rules rules").status == 0)
    #expect(try box.sh("leakage rules list --rules rules").text.contains("acme-token"))
    try box.write("rules/twice.yml", Self.rules)
    let twice = try box.sh("leakage scan a --rules rules")
    #expect(twice.status == 2)
    #expect(
      twice.complaint.hasPrefix("leakage: rules/twice.yml:3:5: error: duplicate id: acme-token"))
    try box.write("rules/twice.yml", Self.rules.replacing("acme-token", with: "generic-password"))
    let taken = try box.sh("leakage scan a --rules rules")
    #expect(taken.status == 2 && taken.complaint.contains("twice.yml:3:5: error: the id generic-p"))
    #expect(try box.sh("mkdir e; leakage scan a --rules e").status == 2)
    #expect(try box.sh("leakage scan a --rules nosuch").status == 2)
  }

  @Test func `a commit gives configuration, rules and baseline`() throws {
    try box.write("a/team/acme.yml", Self.rules)
    try box.write(
      "a/ci/leakage.yml",
      "rules: [../team]\nbaseline: ../.leakage-baseline\nallow: [{path: tests/}]\n")
    try box.make(
      """
      new a; leakage baseline write >/dev/null; commit 2026-01-01 one
      git checkout -q -b change; rm team/acme.yml
      """)
    try box.write("a/acme.txt", try Planted("set «acme_{hex:20}»\n").bytes)
    try box.write("a/.leakage.yml", "allow: [{path: '**'}]\n")
    try box.write("a/.leakage-baseline", "broken")
    try box.write("a/ci/leakage.yml", "broken")
    #expect(try scan().findings.isEmpty)
    let report = try scan("a", "--config-from main --config ci/leakage.yml")
    #expect(report.configuration == "main:ci/leakage.yml")
    #expect(report.findings.map(\.rule) == ["acme-token", "gitlab-access-token"])
    #expect(report.findings.map(\.baselineState) == ["new", "unchanged"])
    #expect(suppressions(report) == ["external main:ci/leakage.yml:3 1"])
    let none = try scan("a/src", ".. --config-from main --rules team/acme.yml --no-inline-allow")
    #expect(none.configuration == nil && none.findings.count == 3)
    #expect(none.notifications.contains { $0.message.hasPrefix("main holds no .leakage.yml") })
    for options in [
      "--config-from nosuch", "--config-from main --config nosuch.yml",
      "--config-from main --config ../x.yml", "--config-from main --rules nosuch",
      "--config-from main --baseline nosuch", "--config-from -x",
    ] {
      let run = try box.sh("cd a; leakage scan \(options)")
      #expect(run.status == 2 && run.output.isEmpty, "\(options)")
    }
  }

  @Test func `a hook takes the same settings`() throws {
    try box.write("a/.leakage.yml", "allow: [{path: '**'}]\n")
    try box.make("new a; git add .leakage.yml; git commit -qm one; git add -A")
    #expect(try box.sh("cd a; leakage hook").status == 0)
    try box.write("a/.leakage.yml", "allow: [{path: src/}]\n")
    let run = try box.sh("cd a; leakage hook")
    #expect(run.status == 1 && run.text.contains("tests/b.txt"))
    #expect(try box.sh("cd a; leakage hook --config-from HEAD").status == 0)
  }
}
