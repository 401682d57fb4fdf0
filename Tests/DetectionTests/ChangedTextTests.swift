import Findings
import Rules
import Testing

@testable import Detection

/// A scan of what a change touched finds what a scan of the whole text finds.
@Suite struct ChangedTextTests {
  /// Rules of every kind of window: on a line and over lines, inside the match and beside it.
  static let rules =
    Fixture.rules + [
      Fixture.rule(
        "wide-key", .pattern,
        keywords: [.init(text: "-----BEGIN", anchor: .match, ignoresCase: false)],
        pattern: "(?<secret>-----BEGIN KEY-----[A-Za-z0-9\\s]{20,400}-----END KEY-----)",
        window: .init(before: 16, after: 600, lines: nil)),
      Fixture.rule(
        "wide-context", .pattern,
        keywords: [.init(text: "service", anchor: .context, ignoresCase: true)],
        pattern: "\\b(?<secret>[0-9a-f]{24})\\b",
        window: .init(before: 200, after: 200, lines: 3)),
      Fixture.rule(
        "two-lines", .pattern, keywords: [.init(text: "curl", anchor: .match, ignoresCase: false)],
        pattern: "curl\\s+-u\\s+(?<secret>\\w{3,40}:\\w{3,40})",
        window: .init(before: 16, after: 100, lines: 1)),
      Fixture.rule(
        "slow", .pattern, keywords: [.init(text: "aaab", anchor: .match, ignoresCase: false)],
        pattern: "(?<secret>(?:a|aa|aaa|b)+)!"),
      ProviderTests.rule("clarifai-key", names: ["clarifai"], shapes: ["{hex:32}", "c-{uuid}"]),
      ProviderTests.rule("helpscout-key", names: ["help scout"], shapes: ["{base62:20-60}"]),
    ]

  static func pieces() throws -> [String] {
    let token = try Fixture.githubToken()
    return [
      "\n", "\n", "\r\n", " ", "let x = 1\n", "# a comment without a word\n",
      "password = \"Kx7!mmq-\(Fixture.random(6))\"\n",
      "DB_PASSWORD=\(Fixture.random(14, seed: 3))\n",
      "api_key: '\(Fixture.random(32, seed: 4))'\r\n", "\(token)\n", "token=\(token)",
      "acme \(Fixture.hex(32)) acme\n", "acme acme acme \(Fixture.hex(32, seed: 9)) ",
      "https://ci:\(Fixture.random(12, seed: 5))@host/x\n", "-----BEGIN KEY-----\n",
      "\(Fixture.random(30, seed: 6))\n\(Fixture.random(30, seed: 7))\n", "-----END KEY-----\n",
      "service\n", "\(Fixture.hex(24, seed: 8))\n", "curl \\\n -u me:\(Fixture.random(9))\n",
      "curl -u a:bcd\n", "machine host\nlogin me\n", "password \(Fixture.random(11, seed: 11))\n",
      "login me password ", "- name: API_TOKEN\n", "  value: \(Fixture.random(28, seed: 12))\n",
      "variable \"db_password\" {\n", "  default = \"\(Fixture.random(13, seed: 13))\"\n", "}\n",
      "secret = \"continued\\\n\(Fixture.random(20, seed: 14))\"\n", "secret = 'never closed \n",
      "leakage:allow\n", "# pragma: allowlist nextline secret\n", " // gitleaks:allow",
      "x-TOKEN-\(Fixture.hex(24, seed: 15))\n", "a?token=\(Fixture.hex(20, seed: 16))&key=b\n",
      "<password>\(Fixture.random(12, seed: 17))</password>\n", "key key: ", "the token is ",
      "aaabaaabaaabaaabaaabaaabaaabaaabaaabaaabaaab?\n", "\\\"secret\\\": \\\"abc\\\"",
    ] + runs()
  }

  /// What keys and encoded text are looked for in.
  static func runs() -> [String] {
    let hex = Fixture.hex(32, seed: 21)
    let encoded = ViewTests.base64("x=1\n" + ViewTests.plain)
    let long = ViewTests.base64(String(repeating: "some more text\n", count: 9) + ViewTests.plain)
    return [
      "clarifai key is ", "clarifai", " token \(hex)\n", "CLARIFAI_KEY=\(hex)\n", hex, "help ",
      "help-scout secret: ", "\(Fixture.random(40, seed: 22))\n", "helpScout(\"token\", \"",
      "\(encoded)\n", encoded, ViewTests.wrapped(long, at: 76) + "\n",
      ViewTests.wrapped(long, at: 60, margin: "  ") + "\n", ViewTests.hex(ViewTests.plain) + "\n",
      "\(Fixture.random(60, seed: 23))\n", "  \(Fixture.random(76, seed: 24))\r\n",
    ]
  }

  /// Rules that read on in the rows behind their matches.
  static let rowRules =
    rules + [
      Fixture.rule(
        "tuples", .pattern, keywords: [.init(text: "insert", anchor: .match, ignoresCase: false)],
        pattern: "insert t \\(a, b\\) values \\('\\w{1,9}', '(?<secret>[^'\\s]{3,40})'",
        window: .init(before: 8, after: 300, lines: 5), rows: .tuples),
      Fixture.rule(
        "lines", .pattern, keywords: [.init(text: ",pin", anchor: .context, ignoresCase: false)],
        pattern: "name,pin\\n\\w{1,9},(?<secret>[^\\s,]{6,40})",
        window: .init(before: 40, after: 200, lines: 4), rows: .lines),
    ]

  /// Rows of tables.
  static func rows() -> [String] {
    [
      "insert t (a, b) values ('x', 'row-1\(Fixture.random(5))')",
      ", ('y', '\(Fixture.random(9, seed: 18))')", ",\n('it''s (z', 'row-3x')", ";\n",
      "name,pin\n", "anna,\(Fixture.random(9, seed: 19))7a\n", "ben,pin-7\n", "carl,,\n",
    ]
  }

  /// What says that it is a digest, beside names that are looked for before other stretches.
  static func digests() -> [String] {
    let hex = Fixture.hex(32, seed: 21)
    return [
      "clarifai key sha256:\(hex) ", "clarifai md5=", "sha512-",
      " sha256:\(hex)-clarifai-key-\(hex)\n", hex,
    ]
  }

  /// Escapes, words at any distance from them, and a keyword that stands on two lines.
  static func escapes() -> [String] {
    let value = Fixture.random(20, seed: 31)
    let filler = (0..<4).map { String(repeating: "so goes it ", count: 3 + $0 * 4) + "\n" }
    return filler + filler + [
      "password%3D\(value)\n", "%22", "%3d", "\\u0022password\\u0022:\\u0022\(value)\\u0022\n",
      "\\u0022", "=3D", "password=3D\(value)\n", "&quot;token&quot;: &quot;\(value)&quot;\n",
      "%3A%2F%2Fme:\(value)@host\n", "password", "key", "\n", "<id name=\"key\">\n\(value)</id>\n",
      "name=\"key\">\n",
    ]
  }

  static func summary(_ detected: Detected) -> [String] {
    let confirmed = detected.confirmed.map {
      "\($0.rule.id) \($0.range) \($0.name ?? "-") \($0.severity) \($0.confidence) "
        + $0.evidence.reasons.joined(separator: "; ") + $0.secret.reveal { "\($0.hashValue)" }
    }
    let struck = detected.struck.map {
      "struck \($0.rule.id) \($0.range) \($0.strike) \($0.detail)"
    }
    return confirmed + struck + detected.limits.map { "limit \($0.ruleID) \($0.offset)" }
      + detected.strikes.map { "\($0.key) \($0.value)" }.sorted()
  }

  private static func check(
    seed: UInt64, pieces: [String], lines: Int, versions: Int, worker: inout DetectionWorker
  ) -> (found: Int, work: DetectionWork, whole: Int) {
    var text = ChangedText(seed: seed, pieces: pieces, lines: lines)
    let paths = ["notes.txt", "main.go", "settings.yml"]
    var records: TextRecords?
    var found = 0
    var work = DetectionWork()
    var whole = 0
    for version in 0..<versions {
      let change = version == 0 ? nil : text.change()
      let subject = Fixture.subject(text.bytes, path: paths[version / 7 % 3])
      let scanned = worker.propose(
        text.bytes, origin: subject.document.origin, change: change, base: records)
      let one = summary(worker.judge(scanned, of: subject, keepsStruck: true))
      let other = summary(worker.detect(subject))
      #expect(one == other, "seed \(seed), version \(version)")
      if one != other { break }
      found += one.count
      work = work + scanned.work
      whole += text.bytes.count
      records = scanned
    }
    return (found, work, whole)
  }

  /// Those of four digits have found faults that the others had not.
  @Test(arguments: [UInt64](1...20) + [1035, 1077, 1084, 1122, 1132, 1143]) func changesAreFollowed(
    seed: UInt64
  ) throws {
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Self.rules), options: DetectionOptions(asOf: Fixture.asOf)))
    let pieces = try Self.pieces() + Self.digests()
    let result = Self.check(seed: seed, pieces: pieces, lines: 60, versions: 60, worker: &worker)
    #expect(result.found > 100)
  }

  @Test(arguments: [UInt64](1...12) + [1054]) func rowsAreFollowed(seed: UInt64) throws {
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Self.rowRules), options: DetectionOptions(asOf: Fixture.asOf))
    )
    let pieces = try Self.rows() + Self.rows() + Self.pieces()
    let result = Self.check(seed: seed, pieces: pieces, lines: 60, versions: 60, worker: &worker)
    #expect(result.found > 100)
  }

  @Test(arguments: [UInt64](1...24)) func escapesAreFollowed(seed: UInt64) throws {
    let split = Fixture.rule(
      "split", .pattern, keywords: [.init(text: "=\"key\">\n", anchor: .match, ignoresCase: false)],
      pattern: "key\">\\n(?<secret>\\w{8,40})", window: .init(before: 8, after: 60, lines: 1))
    let rules = RuleList(Self.rules + [split])
    var worker = DetectionWorker(
      DetectionEngine(rules: rules, options: DetectionOptions(asOf: Fixture.asOf)))
    let result = Self.check(
      seed: seed, pieces: Self.escapes(), lines: 90, versions: 60, worker: &worker)
    #expect(result.found > 100)
  }

  @Test(arguments: [UInt64](1...6)) func oneLongLineIsFollowed(seed: UInt64) throws {
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Self.rules), options: DetectionOptions(asOf: Fixture.asOf)))
    let filler = (0..<40).map { Fixture.random(60, seed: 100 + $0) + "," }
    let pieces =
      try (Self.pieces() + Self.digests()).map { $0.filter { $0 != "\n" && $0 != "\r\n" } } + filler
      + filler
    _ = Self.check(seed: seed, pieces: pieces, lines: 900, versions: 20, worker: &worker)
  }

  /// Counts, not clocks: what a scan of a thousand lines' versions looks at.
  @Test func littleIsLookedAtAgain() throws {
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Self.rules), options: DetectionOptions(asOf: Fixture.asOf)))
    let result = Self.check(
      seed: 40, pieces: try Self.pieces(), lines: 1_000, versions: 40, worker: &worker)
    #expect(result.work.bytes < result.whole / 10, "\(result.work.bytes) of \(result.whole)")
    #expect(result.work.keywords < result.work.inherited / 4, "\(result.work)")
    let escaped = Self.check(
      seed: 40, pieces: Self.escapes(), lines: 1_000, versions: 40, worker: &worker)
    #expect(escaped.work.bytes < escaped.whole / 4, "\(escaped.work.bytes) of \(escaped.whole)")
  }

  @Test func binariesAndTextsFollowEachOther() {
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(Self.rules), options: DetectionOptions(asOf: Fixture.asOf)))
    let secret = Array("PASSWORD=\(Fixture.random(14))\n".utf8)
    let origin = Origin(source: .history, path: Path("a.txt"))
    let text = worker.propose(secret, origin: origin, change: nil, base: nil)
    let change = TextChange(
      copies: [.init(base: 0..<secret.count, start: 0)], baseSize: secret.count)
    let program = worker.propose(secret + [0], origin: origin, change: change, base: text)
    let subject = Fixture.subject(secret + [0])
    #expect(worker.judge(program, of: subject, keepsStruck: true).confirmed.isEmpty)
    let back = TextChange(
      copies: [.init(base: 0..<secret.count, start: 0)], baseSize: secret.count + 1)
    let again = worker.propose(secret, origin: origin, change: back, base: program)
    #expect(
      worker.judge(again, of: Fixture.subject(secret), keepsStruck: true).confirmed.count == 1)
  }
}
