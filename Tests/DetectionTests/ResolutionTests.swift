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
      rule: rule, rank: rule.specificity, secret: Secret([1]), range: range, name: nil,
      place: Place(),
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

  /// What the page says, taken at its word: each candidate in the order of precedence, kept if it
  /// overlaps nothing that was kept.
  private func expected(_ candidates: [Candidate]) -> [String] {
    let order = candidates.sorted { left, right in
      (-left.rule.specificity, -left.confidence.rawValue, -left.range.count, left.range.lowerBound)
        < (
          -right.rule.specificity, -right.confidence.rawValue, -right.range.count,
          right.range.lowerBound
        )
    }
    var kept: [Candidate] = []
    for candidate in order where !kept.contains(where: { $0.range.overlaps(candidate.range) }) {
      kept.append(candidate)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { "\($0.range)" }
  }

  @Test func chainsOfAnyLengthAreResolvedAsTheirPairs() {
    var generator = Fixture.Generator(state: 29)
    let ids = Fixture.rules.map(\.id)
    for (count, space) in [(5, 20), (40, 60), (300, 4_000), (300, 200)] {
      let candidates = (0..<count).map { _ in
        let start = Int(generator.next() % UInt64(space))
        return Self.candidate(
          ids[Int(generator.next() % UInt64(ids.count))],
          start..<start + 1 + Int(generator.next() % 12))
      }
      #expect(Resolution.resolve(candidates).map { "\($0.range)" } == expected(candidates))
    }
  }

  @Test func aKeptSetKnowsItsNeighbours() {
    var generator = Fixture.Generator(state: 5)
    var set = KeptSet(count: 300)
    var members: Set<Int> = []
    for _ in 0..<40 {
      let number = Int(generator.next() % 300)
      set.insert(number)
      members.insert(number)
      for place in 0..<300 {
        #expect(set.first(from: place) == members.filter { $0 >= place }.min())
        #expect(set.last(through: place) == members.filter { $0 <= place }.max())
      }
      #expect(set.last(through: -1) == nil)
    }
  }
}
