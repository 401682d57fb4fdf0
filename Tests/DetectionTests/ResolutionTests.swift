import Findings
import Rules
import Testing

@testable import Detection

@Suite struct ResolutionTests {
  static func candidate(_ rule: String, _ range: Range<Int>, confidence: Confidence = .medium)
    -> Candidate
  {
    let rule = Fixture.rules.first { $0.id == rule } ?? Fixture.rules[0]
    return Candidate(
      rule: rule, secret: Secret([1]), range: range, name: nil, place: Place(),
      evidence: Evidence(detector: "pattern"), severity: .error, confidence: confidence, dump: nil)
  }

  @Test func specificThenSureThenLong() {
    let kept = Resolution.resolve([
      Self.candidate("generic-secret", 0..<40), Self.candidate("github-token", 10..<50),
      Self.candidate("generic-secret", 60..<70, confidence: .low),
      Self.candidate("generic-api-key", 60..<65), Self.candidate("url-credentials", 80..<85),
      Self.candidate("url-credentials", 80..<90),
    ])
    #expect(kept.map(\.range) == [10..<50, 60..<65, 80..<90])
  }

  @Test func neighboursStay() {
    let kept = Resolution.resolve([
      Self.candidate("generic-secret", 5..<10), Self.candidate("generic-secret", 0..<5),
    ])
    #expect(kept.map(\.range) == [0..<5, 5..<10])
  }

  @Test func theOrderOfProposalsDoesNotMatter() {
    var generator = Fixture.Generator(state: 11)
    var candidates = (0..<60).map { _ in
      let start = Int(generator.next() % 200)
      let ids = Fixture.rules.map(\.id)
      return Self.candidate(
        ids[Int(generator.next() % UInt64(ids.count))],
        start..<start + 5 + Int(generator.next() % 9))
    }
    let expected = Resolution.resolve(candidates).map { "\($0.rule.id) \($0.range)" }
    for _ in 0..<20 {
      candidates.shuffle(using: &generator)
      #expect(Resolution.resolve(candidates).map { "\($0.rule.id) \($0.range)" } == expected)
    }
  }
}
