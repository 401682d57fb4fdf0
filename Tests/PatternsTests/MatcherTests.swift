import Patterns
import Testing

struct MatcherTests {
  @Test func theSecretIsTheNamedGroup() {
    #expect(search("k=(?<secret>[0-9]+)", in: "  k=123;") == .match(whole: 2..<7, secret: 4..<7))
    #expect(search("k=([0-9]+)", in: "  k=123;") == whole(2..<7))
    #expect(search("k=[a-z]+", in: "  k=123;") == .none)
  }

  @Test func aSecretThatTookNoPartIsTheWhole() {
    #expect(search("a(?<secret>b)?", in: "xa") == whole(1..<2))
    #expect(search("a(?<secret>b)?(c)", in: "xac") == whole(1..<3))
  }

  @Test func caseIsIgnoredForASCIIOnly() {
    #expect(search("(?i)KeY", in: "a key") == whole(2..<5))
    #expect(search("KeY", in: "a key") == .none)
    #expect(search("(?i)É", in: "é") == .none)
  }

  @Test func recursionWorks() {
    #expect(search(#"\((?:[^()]++|(?R))*\)"#, in: "x(a(b)(c))y") == whole(1..<10))
  }

  @Test func calloutsAreWithoutEffect() {
    #expect(search("a(?C1)b(?C'text')", in: "ab") == whole(0..<2))
  }

  @Test func bytesNeedNotBeText() {
    let bytes: [UInt8] = [0xff, 0x00, 0xc3, 0x28, 0x61, 0x00, 0x62, 0xfe]
    var matcher = Matcher()
    func match(_ pattern: String, _ matcher: inout Matcher) -> MatchResult {
      matcher.firstMatch(of: Pattern(pattern), in: bytes.span, from: 0, window: 0..<bytes.count)
    }
    #expect(match(#"a\x00b"#, &matcher) == whole(4..<7))
    #expect(match(#"\xc3."#, &matcher) == whole(2..<4))
    #expect(match(#"(?s)^.{8}$"#, &matcher) == whole(0..<8))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndEndsALine(end: String) {
    let text = "a=b" + end + "c"
    #expect(search("a=(?<secret>.+)", in: text) == .match(whole: 0..<3, secret: 2..<3))
    #expect(search("(?m)b$", in: text) == whole(2..<3))
  }

  @Test func groupsOfTheLastMatchCanBeRead() throws {
    let pattern = Pattern("(?<id>a+)(x)?(?<secret>b)")
    let bytes = Array("__aab__".utf8)
    let id = try #require(try pattern.group(named: "id"))
    var matcher = Matcher()
    var result = matcher.firstMatch(of: pattern, in: bytes.span, from: 0, window: 1..<7)
    #expect(result == .match(whole: 2..<5, secret: 4..<5))
    #expect(matcher.range(ofGroup: id) == 2..<4)
    #expect(matcher.range(ofGroup: 2) == nil)
    #expect(matcher.range(ofGroup: 3) == 4..<5)
    #expect(matcher.range(ofGroup: 4) == nil)
    #expect(matcher.range(ofGroup: -1) == nil)

    result = matcher.firstMatch(of: pattern, in: bytes.span, from: 5, window: 1..<7)
    #expect(result == .none)
    #expect(matcher.range(ofGroup: 0) == nil)
  }

  @Test func aPatternMayHaveAnyNumberOfGroups() {
    let groups = String(repeating: "(a)", count: 100) + "(?<secret>b)"
    let text = String(repeating: "a", count: 100) + "b"
    let expected = MatchResult.match(whole: 0..<101, secret: 100..<101)
    #expect(search(groups, in: text) == expected)
    #expect(search("(*NO_JIT)" + groups, in: text) == expected)
  }

  @Test func aMovedStartIsAnOrderlyRange() {
    #expect(search(#"ab\Kcd"#, in: "abcd") == whole(2..<4))
  }

  @Test func oneMatcherServesManyPatterns() {
    let bytes = Array("one two three".utf8)
    let patterns = ["one", "t(?<secret>wo)", "(((((t)))))hree", "four"].map { Pattern($0) }
    var matcher = Matcher()
    for _ in 0..<3 {
      var found: [MatchResult] = []
      for pattern in patterns {
        found.append(
          matcher.firstMatch(of: pattern, in: bytes.span, from: 0, window: 0..<bytes.count))
      }
      #expect(
        found == [whole(0..<3), .match(whole: 4..<7, secret: 5..<7), whole(8..<13), .none])
    }
  }
}
