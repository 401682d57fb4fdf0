import Patterns
import Testing

struct MatchLimitTests {
  // No pattern here ends in one certain byte: PCRE2 would look for that first, and give up at once.
  private static let many = String(repeating: "a", count: 100_000)

  @Test(arguments: ["(a+)+$", "(?:a|aa)+$", "(a|a?)+$", "(.*)*[=;](.*)*[=;]", "(*NO_JIT)(a+)+$"])
  func catastropheEndsSoonInALimit(pattern: String) {
    let clock = ContinuousClock()
    var result = MatchResult.none
    let time = clock.measure {
      result = search(pattern, in: String(repeating: "a", count: 60) + "b")
    }
    #expect(result == .limit(.steps))
    #expect(time < .seconds(2))
  }

  @Test func endlessRecursionEndsInALimit() {
    #expect(search("(?R)", in: "aaaa") == .limit(.stack))
    #expect(search("(a?(?1))[cd]", in: Self.many) == .limit(.stack))
  }

  @Test func theStackOfTheMachineCodeIsLimited() {
    #expect(search("(?:(a)|(b))*[cd]", in: Self.many) == .limit(.stack))
    let large = MatchLimits(stackBytes: 64 << 20)
    #expect(search("^(?:(a)|(b))*$", in: Self.many, limits: large) == whole(0..<100_000))
  }

  @Test func theInterpretersDepthIsLimited() {
    let limits = MatchLimits(depth: 50)
    #expect(search("(*NO_JIT)(?:(a)|(b))*[cd]", in: Self.many, limits: limits) == .limit(.depth))
  }

  @Test func theInterpretersHeapIsLimited() {
    let limits = MatchLimits(depth: .max, heapKiB: 64)
    #expect(search("(*NO_JIT)(?:(a)|(b))*[cd]", in: Self.many, limits: limits) == .limit(.heap))
  }

  @Test func aPatternCannotRaiseItsLimits() {
    let pattern = "(*LIMIT_MATCH=4000000000)(a+)+$"
    let text = String(repeating: "a", count: 60) + "b"
    #expect(search(pattern, in: text) == .limit(.steps))
  }

  @Test func aMatcherWorksOnAfterALimit() {
    var matcher = Matcher()
    let bytes = Array((String(repeating: "a", count: 60) + "b").utf8)
    let bad = matcher.firstMatch(
      of: Pattern("(a+)+$"), in: bytes.span, from: 0, window: 0..<bytes.count)
    let good = matcher.firstMatch(
      of: Pattern("b"), in: bytes.span, from: 0, window: 0..<bytes.count)
    #expect(bad == .limit(.steps))
    #expect(bad.resumption == nil)
    #expect(good == whole(60..<61))
  }
}
