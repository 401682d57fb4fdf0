import Testing

@testable import Scanning

/// What is kept for the next run takes a bounded room.
@Suite struct AgeCacheTests {
  @Test func `older answers give way to those of now, and too many are not kept`() {
    let own: AgeCache.Entries = [[1]: [UInt8](repeating: 1, count: 75), [2]: [2]]
    let older: AgeCache.Entries = [[2]: [9], [3]: [UInt8](repeating: 3, count: 75)]
    // A name of 16 bytes, a length of 9, and the answer.
    #expect(
      AgeCache.entries(own, beside: older, atMost: 226)?.keys.sorted { $0[0] < $1[0] } == [
        [1], [2], [3],
      ])
    #expect(AgeCache.entries(own, beside: older, atMost: 226)?[[2]] == [2])
    #expect(AgeCache.entries(own, beside: older, atMost: 225) == own)
    #expect(AgeCache.entries(own, beside: older, atMost: 126) == own)
    #expect(AgeCache.entries(own, beside: older, atMost: 125) == nil)
  }
}
