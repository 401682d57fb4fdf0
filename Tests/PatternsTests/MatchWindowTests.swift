import Patterns
import Testing

struct MatchWindowTests {
  @Test func offsetsCountFromTheBuffer() {
    #expect(search("b+", in: "aabbcc", window: 3..<6) == whole(3..<4))
  }

  @Test func nothingOutsideIsSeen() {
    let text = "xabcx"
    #expect(search("^abc$", in: text, window: 1..<4) == whole(1..<4))
    #expect(search(#"\babc\b"#, in: text, window: 1..<4) == whole(1..<4))
    #expect(search("(?<=x)abc", in: text, window: 1..<4) == .none)
    #expect(search("abc(?=x)", in: text, window: 1..<4) == .none)
    #expect(search("x", in: text, window: 1..<4) == .none)
  }

  @Test func whatIsBeforeTheStartIsSeen() {
    #expect(search("(?<=x)abc", in: "xabcx", from: 1) == whole(1..<4))
    #expect(search("^abc", in: "xabcx", from: 1) == .none)
  }

  @Test func aStartBeforeTheWindowIsItsBegin() {
    #expect(search("a", in: "aaaa", from: 0, window: 2..<4) == whole(2..<3))
    #expect(search("a", in: "aaaa", from: -9, window: 2..<4) == whole(2..<3))
  }

  @Test func aStartBehindTheWindowMatchesNothing() {
    #expect(search("", in: "aaaa", from: 3, window: 0..<3) == whole(3..<3))
    #expect(search("", in: "aaaa", from: 4, window: 0..<3) == .none)
    #expect(search("", in: "aaaa", from: .max, window: 0..<3) == .none)
  }

  @Test func aMatchStartsByTheLatestStart() {
    for prefix in ["", "(*NO_JIT)"] {
      let pattern = prefix + "b[a-z]+"
      #expect(search(pattern, in: "__abcd", latestStart: 2, window: 1..<6) == .none)
      #expect(search(pattern, in: "__abcd", latestStart: 3, window: 1..<6) == whole(3..<6))
      #expect(search(pattern, in: "__abcd", latestStart: 0, window: 1..<6) == .none)
      #expect(search(pattern, in: "__abcd", latestStart: 99, window: 1..<6) == whole(3..<6))
      #expect(search(pattern, in: "__abcd", latestStart: .min, window: 1..<6) == .none)
    }
  }

  @Test func theLatestStartHoldsForOneSearch() {
    let bytes = Array("aaab".utf8)
    let pattern = Pattern("b")
    var matcher = Matcher()
    let limited = matcher.firstMatch(
      of: pattern, in: bytes.span, from: 0, latestStart: 1, window: 0..<4)
    let free = matcher.firstMatch(of: pattern, in: bytes.span, from: 0, window: 0..<4)
    #expect(limited == .none)
    #expect(free == whole(3..<4))
  }

  @Test func anEmptyBufferIsASubject() {
    #expect(search("^$", in: "") == whole(0..<0))
    #expect(search("a", in: "") == .none)
    #expect(search("^$", in: "abc", window: 2..<2) == whole(2..<2))
  }

  @Test(arguments: ["", "a*", "(?=a)", #"\b"#, "a|", #"(?=a\b)|a"#])
  func searchingOnEnds(source: String) {
    let pattern = Pattern(source)
    let bytes = Array("aab aa".utf8)
    var matcher = Matcher()
    var start = 1
    var rounds = 0
    while let next = matcher.firstMatch(
      of: pattern, in: bytes.span, from: start, window: 1..<bytes.count
    ).resumption {
      #expect(next > start)
      start = next
      rounds += 1
    }
    #expect(1...6 ~= rounds)
  }

  @Test func searchingOnFindsAll() {
    let pattern = Pattern("a(?<secret>.)")
    let bytes = Array("a1a2-a3".utf8)
    var matcher = Matcher()
    var secrets: [Range<Int>] = []
    var start = 0
    while case let result = matcher.firstMatch(
      of: pattern, in: bytes.span, from: start, window: 0..<bytes.count),
      case .match(_, let secret) = result, let next = result.resumption
    {
      secrets.append(secret)
      start = next
    }
    #expect(secrets == [1..<2, 3..<4, 6..<7])
  }
}
