import Findings
import Patterns
import Testing

@testable import Detection

@Suite struct AllowanceTests {
  static let secret = "password: kumquat-17"

  @Test(arguments: [
    " # leakage:allow", " # leakage:allow generic-password", " # leakage:allow until=2026-11-01",
    " # leakage:allow generic-password until=2027-01-01 reason=\"a test\"", " # gitleaks:allow",
    " # pragma: allowlist secret", " // trufflehog:ignore",
    " # leakage:allow reason=\"until=2020-01-01 or so\" until=2027-01-01", " # betterleaks:allow",
    " # Pragma: whitelist-secret", " # kingfisher:ignore", " # ggignore",
    " // secretlint-disable-line", " # checkov:skip=CKV_SECRET_6:made up",
  ])
  func commentsAllow(comment: String) {
    let detected = Fixture.detect(Array((Self.secret + comment + "\n").utf8))
    #expect(detected.confirmed.isEmpty, "\(comment)")
    #expect(detected.struck.contains { $0.strike == .inlineAllow })
  }

  @Test(arguments: [
    "", " # leakage:allow other-rule", " # leakage:allow until=2026-10-31",
    " # leakage:allow until=soon", " # leakage: allow", "\n# leakage:allow",
    "\n# pragma: allowlist nextline secret", " # pragma: no cover", " # ggignore-start",
    " # nosec", " # noqa: S105", " # NOSONAR", " # checkov:skip=CKV_AWS_1",
    " # leakage:allow reason=\"x\" until=2026-10-31", "\n# secretlint-disable-next-line",
  ])
  func commentsDoNotAllow(comment: String) {
    #expect(Fixture.detect(Array((Self.secret + comment).utf8)).confirmed.count == 1, "\(comment)")
  }

  @Test(arguments: ["pragma: allowlist nextline secret", "secretlint-disable-next-line"])
  func theLineBeforeAllows(mark: String) {
    let detected = Fixture.detect(Array("# \(mark)\n\(Self.secret)".utf8))
    #expect(detected.confirmed.isEmpty)
    #expect(detected.struck.map(\.detail).contains(mark))
  }

  @Test func whatHasEndedIsToldWithTheFinding() {
    let text = Self.secret + " # leakage:allow until=2026-10-31"
    let detected = Fixture.detect(Array(text.utf8))
    #expect(
      detected.confirmed.first?.evidence.facts
        == [Evidence.Fact("allowance", "by leakage:allow ended on 2026-10-31")])
  }

  @Test(
    arguments: [
      ("^kumquat", nil, true), ("^umquat", nil, false), ("(", nil, false),
      ("\\d$", "^tests/", true),
      (nil, "data/[a-z]\\.yml$", true), (nil, "^data", false), ("x", "^tests/", false),
    ] as [(String?, String?, Bool)])
  func patternsAllow(value: String?, path: String?, isAllowed: Bool) {
    let allowance = DetectionOptions.Allowance(
      pathPattern: path.map { Pattern($0) }, value: value.map { Pattern($0) }, source: "c.yml:3")
    let options = DetectionOptions(allowances: [allowance], asOf: Fixture.asOf)
    let detected = Fixture.detect(
      Array(Self.secret.utf8), path: "tests/data/a.yml", options: options)
    #expect(detected.confirmed.isEmpty == isAllowed)
    #expect(detected.struck.contains { $0.detail == "c.yml:3" } == isAllowed)
  }

  @Test func aGateCanIgnoreComments() {
    var options = DetectionOptions(asOf: Fixture.asOf)
    options.ignoresInlineAllow = true
    let text = Array((Self.secret + " # leakage:allow").utf8)
    #expect(Fixture.detect(text, options: options).confirmed.count == 1)
  }

  @Test(
    arguments: [
      (nil, "tests/**", true), ("generic-*", nil, true), ("generic-*", "tests/", true),
      ("aws-*", nil, false), (nil, "src/**", false), (nil, "*.yml", true),
      (nil, "tests/*.yml", false),
      (nil, nil, true),
    ] as [(String?, String?, Bool)])
  func theConfigurationAllows(rule: String?, path: String?, isAllowed: Bool) {
    let options = DetectionOptions(allowances: [.init(rule: rule, path: path)], asOf: Fixture.asOf)
    let detected = Fixture.detect(
      Array(Self.secret.utf8), path: "tests/data/a.yml", options: options)
    #expect(detected.confirmed.isEmpty == isAllowed)
    #expect(detected.struck.contains { $0.strike == .allowlist } == isAllowed)
  }

  @Test(arguments: [
    ("*.yml", "a/b.yml", true), ("a/*.yml", "a/b.yml", true), ("a/*.yml", "a/b/c.yml", false),
    ("a/**", "a/b/c.yml", true), ("a/**/c.yml", "a/c.yml", true),
    ("a/**/c.yml", "a/b/d/c.yml", true),
    ("**/c.yml", "c.yml", true), ("a/**/c.yml", "a/bc.yml", false), ("?.yml", "ab.yml", false),
    ("/a.yml", "a.yml", true), ("docs/", "docs/a/b", true), ("docs/", "mydocs/a", false),
  ])
  func globs(pattern: String, path: String, matches: Bool) {
    #expect(Glob(pattern).matches(path: Array(path.utf8)) == matches, "\(pattern) \(path)")
  }

  @Test func globsOfManyStarsEnd() {
    let pattern = String(repeating: "a*", count: 200)
    #expect(
      !Glob(pattern).matches(Array(String(repeating: "a", count: 2_000).utf8) + [0x62, 0x2F]))
  }
}
