import Findings
import Patterns
import Rules
import Testing

@Suite struct RuleFileTests {
  /// A file that is right, with one line replaced by others.
  private func file(_ old: String = "", _ new: String = "") -> String {
    let text = """
      provider: Acme
      rules:
        - id: acme-token
          name: Acme token
          summary: A token of Acme.
          severity: error
          confidence: high
          keywords:
            - acme_
            - {text: Authorization, anchor: context, case: ignore}
          pattern: '(?<secret>acme_[a-z]{8})'
          window: {before: 8, after: 99, lines: none}
          entropy: 2.5
          checksum: zuplo
          lifetime: {kind: ephemeral, default: 1h, maximum: 2d}
          fact: {source: manual, date: 2026-11-01}
          expiry: jwt
          prefix: 5
          revoke: Delete it.
          replace: Use another.
          cwe: 321
          examples: ['«acme_{letters:8}»']
          counterexamples: ['acme']

      """
    guard !old.isEmpty else { return text }
    precondition(text.contains(old), "the line to replace is in the text")
    return text.replacing(old, with: new)
  }

  @Test func readsAllKeys() throws {
    let read = try RuleFile.read(Array(file().utf8), path: "rules/acme.yml")
    let rule = try #require(read.rules.first)
    #expect(
      rule.descriptor
        == RuleDescriptor(
          id: "acme-token", name: "Acme token", summary: "A token of Acme.", severity: .error,
          confidence: .high, lifetime: .ephemeral(usual: 3_600, maximum: 172_800),
          revoke: "Delete it.", replace: "Use another.", cwe: 321))
    #expect(rule.provider == "Acme")
    #expect(rule.detector == .pattern)
    #expect(
      rule.keywords == [
        Rule.Keyword(text: "acme_", anchor: .match, ignoresCase: false),
        Rule.Keyword(text: "Authorization", anchor: .context, ignoresCase: true),
      ])
    #expect(rule.pattern?.source == "(?<secret>acme_[a-z]{8})")
    #expect(rule.window == Rule.Window(before: 8, after: 99, lines: nil))
    #expect(rule.entropy == 2.5)
    #expect(rule.checksum == .zuplo)
    #expect(rule.expiry == .jwt)
    #expect(rule.publicPrefix == 5)
    #expect(rule.specificity == 100)
    #expect(
      rule.lifetimeFact
        == Rule.Fact(source: "manual", date: Timestamp(year: 2026, month: 11, day: 1)))
    #expect(rule.examples == [Template("«acme_{letters:8}»")])
    #expect(rule.counterexamples == [Template("acme")])
  }

  @Test func fillsWhatIsNotWritten() throws {
    var text = file()
    for key in ["window", "entropy", "checksum", "fact", "expiry", "prefix", "cwe"] {
      text = text.replacing(try Regex("    \(key): .*\n"), with: "")
    }
    let rule = try #require(RuleFile.read(Array(text.utf8), path: "x.yml").rules.first)
    #expect(rule.window == .standard)
    #expect(rule.entropy == 0)
    #expect(rule.checksum == nil)
    #expect(rule.lifetimeFact == nil)
    #expect(rule.expiry == nil)
    #expect(rule.publicPrefix == 0)
    #expect(rule.descriptor.cwe == 798)
  }

  @Test func readsRulesWithoutPattern() throws {
    let text = file().replacing(try Regex("(?s)    keywords.*?    lifetime"), with: "    lifetime")
      .replacing("    id:", with: "    id:").replacing(
        "confidence", with: "detector: assignment\n    confidence")
    let rule = try #require(RuleFile.read(Array(text.utf8), path: "x.yml").rules.first)
    #expect(rule.detector == .assignment)
    #expect(rule.keywords.isEmpty)
    #expect(rule.pattern == nil)
    #expect(rule.specificity == 10)
  }

  @Test func ranksFamiliesBelowProviders() throws {
    let text = file("provider: Acme", "provider: Generic")
    let rule = try #require(RuleFile.read(Array(text.utf8), path: "x.yml").rules.first)
    #expect(rule.specificity == 50)
  }

  @Test(arguments: [
    ("provider: Acme", "provider: Acme\nowner: me", "2:1: error: unknown key"),
    ("name: Acme token", "nam: x", "4:5: error: unknown key"),
    ("summary: A token of Acme.", "summary: ' '", "5:14: error: expected a text"),
    ("summary: A token of Acme.", "summary: [a]", "5:14: error: expected a text"),
    ("    revoke: Delete it.\n", "", "3:5: error: missing key: revoke"),
    ("    keywords:", "    keyword:", "8:5: error: unknown key"),
    ("severity: error", "severity: bad", "6:15: error: unknown name"),
    ("confidence: high", "confidence: total", "7:17: error: unknown name"),
    ("- acme_", "- ac", "9:9: error: expected 3 bytes"),
    ("anchor: context", "anchor: near", "10:39: error: unknown name"),
    ("case: ignore", "case: lower", "10:54: error: unknown name"),
    ("'(?<secret>acme_[a-z]{8})'", "'(?<secret>acme_'", "11:14: error: missing closing"),
    ("'(?<secret>acme_[a-z]{8})'", "'acme_[a-z]{8}'", "11:14: error: the pattern has no group"),
    ("before: 8", "before: -8", "12:22: error: expected a number"),
    ("lines: none", "lines: all", "12:43: error: expected a whole number"),
    ("entropy: 2.5", "entropy: high", "13:14: error: expected a number"),
    ("checksum: zuplo", "checksum: md5", "14:15: error: unknown name"),
    ("default: 1h", "default: 1", "15:42: error: expected a duration"),
    ("default: 1h", "default: 3d", "15:15: error: the default is longer"),
    ("kind: ephemeral", "kind: static", "15:15: error: what is static"),
    ("kind: ephemeral", "kind: eternal", "15:22: error: unknown name"),
    ("date: 2026-11-01", "date: today", "16:34: error: expected a date"),
    ("expiry: jwt", "expiry: never", "17:13: error: unknown name"),
    ("'«acme_{letters:8}»'", "'{letters}'", "22:16: error: expected a count"),
    ("counterexamples: ['acme']", "counterexamples: acme", "23:22: error: expected a sequence"),
    (
      "confidence: high", "confidence: high\n    detector: assignment",
      "3:5: error: only the detector"
    ),
    ("id: acme-token", "id: Acme token", "3:9: error: expected lower-case"),
  ])
  func saysWhereTheMistakeIs(_ old: String, _ new: String, _ expected: String) {
    let error = #expect(throws: (any Error).self) {
      try RuleFile.read(Array(file(old, new).utf8), path: "rules/x.yml")
    }
    let text = error.map { "\($0)" } ?? ""
    #expect(text.hasPrefix("rules/x.yml:\(expected)"), "\(text)")
  }

  @Test func refusesDuplicateIds() throws {
    let rule = try #require(file().split(separator: "rules:\n").last)
    let error = #expect(throws: (any Error).self) {
      try RuleFile.read(Array((file() + rule).utf8), path: "rules/x.yml")
    }
    #expect(error.map { "\($0)" } == "rules/x.yml:24:5: error: duplicate id: acme-token")
    let one = try RuleFile.read(Array(file().utf8), path: "rules/x.yml")
    let two = try RuleFile.read(Array(file().utf8), path: "rules/y.yml")
    let across = #expect(throws: (any Error).self) { try RuleFile.rules(of: [one, two]) }
    #expect(
      across.map { "\($0)" }
        == "rules/y.yml:3:5: error: duplicate id: acme-token, also in rules/x.yml")
  }

  @Test func sortsRulesById() throws {
    let b = try RuleFile.read(Array(file("acme-token", "b").utf8), path: "b.yml")
    let a = try RuleFile.read(Array(file("acme-token", "a").utf8), path: "a.yml")
    #expect(try RuleFile.rules(of: [b, a]).map(\.id) == ["a", "b"])
  }
}
