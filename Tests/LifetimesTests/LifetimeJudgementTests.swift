import Findings
import Lifetimes
import Testing

@Suite struct LifetimeJudgementTests {
  private static let now = Timestamp(year: 2026, month: 11, day: 1)
  private static let yesterday = Timestamp(year: 2026, month: 10, day: 31)
  private static let tomorrow = Timestamp(year: 2026, month: 11, day: 2)
  private static let hour = Lifetime.ephemeral(usual: 3_600, maximum: 3_600)

  private func judge(
    _ lifetime: Lifetime, _ expiry: ExpiryFacts? = nil, seenAt: Timestamp? = nil
  ) -> LifetimeVerdict {
    .judge(lifetime, expiry: expiry, seenAt: seenAt, asOf: Self.now)
  }

  @Test(arguments: [Lifetime.static, hour, .ephemeral(usual: nil, maximum: nil)])
  func believesTheValueItself(_ lifetime: Lifetime) {
    let dead = judge(lifetime, ExpiryFacts(expires: Self.yesterday), seenAt: Self.now)
    #expect(dead.state == .expiredProved(Self.yesterday))
    #expect(dead.evidence == "the value says that it expired on 2026-10-31T00:00:00Z")
    let alive = judge(lifetime, ExpiryFacts(expires: Self.tomorrow), seenAt: Self.yesterday)
    #expect(alive.state == .validUntil(Self.tomorrow))
    #expect(alive.evidence == "the value says that it is valid until 2026-11-02T00:00:00Z")
  }

  @Test func isDeadAtTheMomentOfExpiry() {
    #expect(judge(.static, ExpiryFacts(expires: Self.now)).state == .expiredProved(Self.now))
  }

  @Test func tellsABeginningToCome() {
    let verdict = judge(
      .static,
      ExpiryFacts(notBefore: Self.tomorrow, expires: Timestamp(year: 2027, month: 1, day: 1)))
    #expect(verdict.evidence.hasSuffix(", not before 2026-11-02T00:00:00Z"))
  }

  @Test func knowsWhatNeverExpires() {
    #expect(judge(.static).state == .noExpiry)
    #expect(judge(.static).evidence == "its kind lives until someone rotates it")
    let read = judge(.ephemeral(usual: nil, maximum: nil), ExpiryFacts(hasNoExpiry: true))
    #expect(read.state == .noExpiry)
    #expect(read.evidence == "the value holds no expiry")
  }

  @Test func boundsByTheMomentItWasSeen() {
    let verdict = judge(Self.hour, seenAt: Self.yesterday)
    #expect(verdict.state == .expiredByBound(Timestamp(seconds: Self.yesterday.seconds + 3_600)))
    #expect(
      verdict.evidence == "seen on 2026-10-31T00:00:00Z, and its kind lives 1 hour at most")
  }

  @Test func boundsByTheMomentItWasIssued() {
    let verdict = judge(Self.hour, ExpiryFacts(issued: Self.yesterday), seenAt: Self.now)
    #expect(verdict.state == .expiredByBound(Timestamp(seconds: Self.yesterday.seconds + 3_600)))
    #expect(verdict.evidence.hasPrefix("issued on 2026-10-31"))
  }

  @Test func knowsNothingBeforeTheBound() {
    let verdict = judge(Self.hour, seenAt: Timestamp(seconds: Self.now.seconds - 3_600))
    #expect(verdict.state == .unknown)
    #expect(
      verdict.evidence
        == "seen on 2026-10-31T23:00:00Z, and its kind lives 1 hour at most: until 2026-11-01T00:00:00Z"
    )
  }

  @Test func knowsNothingWithoutADateOrABound() {
    #expect(
      judge(Self.hour)
        == LifetimeVerdict(
          state: .unknown, evidence: "its kind lives 1 hour at most, but nothing dates it"))
    #expect(
      judge(.ephemeral(usual: 28_800, maximum: nil), seenAt: Self.yesterday)
        == LifetimeVerdict(
          state: .unknown, evidence: "its kind lives 8 hours by default, with no known bound"))
    #expect(judge(.ephemeral(usual: nil, maximum: nil)).state == .unknown)
  }

  @Test(arguments: [Int64.min, -1, 0, .max])
  func survivesStrangeBounds(_ maximum: Int64) {
    for seconds in [Int64.min, 0, .max] {
      let verdict = judge(
        .ephemeral(usual: nil, maximum: maximum), seenAt: Timestamp(seconds: seconds))
      #expect(!verdict.evidence.isEmpty)
    }
  }

  @Test(arguments: [
    (60, "1 minute"), (90, "90 seconds"), (5_400, "90 minutes"), (3_600, "1 hour"),
    (129_600, "36 hours"), (604_800, "7 days"), (2_678_400, "31 days"),
  ])
  func saysDurationsInTheLargestWholeUnit(_ seconds: Int64, _ words: String) {
    let verdict = judge(.ephemeral(usual: nil, maximum: seconds))
    #expect(verdict.evidence == "its kind lives \(words) at most, but nothing dates it")
  }
}
