import Patterns
import Testing

struct PatternThreadTests {
  @Test func manyThreadsMayBeTheFirst() async {
    let bytes = Array("id=12 key=abcdef".utf8)
    for round in 0..<50 {
      let patterns = (0..<8).map { Pattern("(?i)KEY=(?<secret>[a-f]{\($0 % 3),})|\(round)none") }
      let results = await withTaskGroup(of: [MatchResult].self) { group in
        for first in 0..<8 {
          group.addTask {
            var matcher = Matcher()
            var found: [MatchResult] = []
            for i in 0..<8 {
              let pattern = patterns[(first + i) % 8]
              found.append(
                matcher.firstMatch(
                  of: pattern, in: bytes.span, from: 0, window: 0..<bytes.count))
            }
            return found
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(results.count == 64)
      #expect(results.allSatisfy { $0 == .match(whole: 6..<16, secret: 10..<16) })
    }
  }

  @Test func everyThreadGetsTheError() async {
    let pattern = Pattern("[")
    let codes = await withTaskGroup(of: MatchResult.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var matcher = Matcher()
          let bytes: [UInt8] = [0x61]
          return matcher.firstMatch(of: pattern, in: bytes.span, from: 0, window: 0..<1)
        }
      }
      return await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(codes.count == 1)
    #expect(codes.allSatisfy { if case .failed(let code) = $0 { code > 0 } else { false } })
  }
}
