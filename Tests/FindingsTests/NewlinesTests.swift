import Findings
import Testing

@Suite struct NewlinesTests {
  @Test func countsAsOneByOne() {
    let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: ($0 &* 7 &+ $0 / 3) % 16) }
    for start in [0, 1, 31, 32, 33, 9_000] {
      for end in [start, start + 1, start + 31, start + 64, start + 100, 9_200, 20_000]
      where end >= start {
        #expect(
          Newlines.count(in: bytes, start..<end) == bytes[start..<end].count { $0 == 0x0A })
      }
    }
  }

  /// More newlines in one lane than a byte counts to.
  @Test func aTextOfNewlines() {
    let bytes = [UInt8](repeating: 0x0A, count: 100_000)
    #expect(Newlines.count(in: bytes, 3..<100_000) == 99_997)
    #expect(Newlines.count(in: [], 0..<0) == 0)
  }
}
