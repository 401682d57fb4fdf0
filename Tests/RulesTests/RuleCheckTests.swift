import Findings
import Patterns
import Rules
import Testing

@Suite struct RuleCheckTests {
  /// A rule that passes, but for what a test changes.
  private func problems(
    keywords: [Rule.Keyword] = [.init(text: "acme_", anchor: .match, ignoresCase: false)],
    pattern: String = "(?<secret>acme_[a-z]{8})(?![a-z])",
    window: Rule.Window = .standard, entropy: Double = 0, checksum: Checksum? = nil,
    revoke: String = "Delete it.",
    examples: [String] = ["t=«acme_abcdefgh»", "«acme_abcdefgh» «acme_bcdefghi»"],
    counterexamples: [String] = ["acme_abc"]
  ) -> [String] {
    let descriptor = RuleDescriptor(
      id: "acme-token", name: "Acme token", summary: "A token.", severity: .error,
      confidence: .high, lifetime: .static, revoke: revoke, replace: "Use another.", cwe: 798)
    let rule = Rule(
      descriptor: descriptor, provider: "Acme", detector: .pattern, keywords: keywords,
      pattern: Pattern(pattern), window: window, entropy: entropy, checksum: checksum, expiry: nil,
      publicPrefix: 0, specificity: 100, examples: examples.map(Template.init),
      counterexamples: counterexamples.map(Template.init))
    return RuleCheck.check([rule]).map(\.description)
  }

  @Test func findsNothingWrongWithAGoodRule() {
    #expect(problems() == [])
  }

  @Test func wantsExactlyTheMarkedBytes() {
    let expected = "acme-token: example 1 does not match exactly its marked bytes (seed 0)"
    #expect(problems(pattern: "(?<secret>acme_[a-z]{7})").first == expected)
    #expect(problems(examples: ["t=«acme_abcdefg»h", "«acme_abcdefgh»"]) == [expected])
    #expect(problems(examples: ["acme_abcdefgh «acme_bcdefghi»", "«acme_abcdefgh»"]) == [expected])
    #expect(
      problems(examples: ["nothing", "«acme_abcdefgh»"]) == [
        "acme-token: example 1 marks no secret"
      ])
  }

  @Test func tellsAWindowThatIsTooShort() {
    let window = Rule.Window(before: 0, after: 12, lines: 0)
    #expect(!problems(window: window).isEmpty)
  }

  @Test func strikesCounterexamplesByChecksumAndEntropyOnly() {
    let message = "acme-token: counterexample 1 matches (seed 0)"
    #expect(problems(counterexamples: ["acme_aaaaaaaa"]) == [message])
    #expect(problems(entropy: 2.5, counterexamples: ["acme_aaaaaaaa"]) == [])
    // This checksum does not apply to the value, so it strikes nothing.
    #expect(problems(checksum: .github, counterexamples: ["acme_aaaaaaaa"]) == [message])
  }

  @Test func tellsExamplesThatStrikeThemselves() {
    #expect(
      problems(entropy: 7).contains(
        "acme-token: example 1 is struck out by checksum or entropy (seed 0)"))
  }

  @Test func wantsWordsAndExamples() {
    #expect(problems(revoke: " ") == ["acme-token: revoke is empty"])
    #expect(problems(examples: ["«acme_abcdefgh»"]) == ["acme-token: fewer than 2 examples"])
    #expect(problems(counterexamples: []) == ["acme-token: no counterexample"])
  }

  @Test func wantsKeywordsThatStandInMatches() {
    let keywords = [
      Rule.Keyword(text: "ACME_", anchor: .match, ignoresCase: true),
      Rule.Keyword(text: "acne", anchor: .match, ignoresCase: false),
      Rule.Keyword(text: "zzz", anchor: .context, ignoresCase: false),
    ]
    #expect(
      problems(keywords: keywords) == ["acme-token: the keyword acne stands in no example's match"])
  }

  @Test func tellsPatternsThatBacktrackWithoutEnd() {
    let problems = problems(pattern: "(?<secret>acme_[a-z]{8})(?![a-z])|acme_(?:a|aa|aaa)+b(?<x>y)")
    #expect(
      problems.contains { $0.hasPrefix("acme-token: the pattern meets a limit") }, "\(problems)")
  }
}
