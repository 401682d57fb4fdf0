import Patterns
import Testing

/// The filter against the plainest search, on texts that are almost nothing but keywords.
struct KeywordDifferenceTests {
  /// SplitMix64 (Steele, Lea, Flood 2014): the same texts on every run.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
      return z ^ z >> 31
    }
  }

  private func plainHits(
    _ keywords: [Keyword], in text: [UInt8], range: Range<Int>
  ) -> [KeywordHit] {
    func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5a ~= byte ? byte + 0x20 : byte }
    var hits: [KeywordHit] = []
    for offset in range {
      for (index, keyword) in keywords.enumerated() {
        let bytes = keyword.bytes
        guard bytes.count <= range.upperBound - offset else { continue }
        let stands = bytes.indices.allSatisfy { i in
          let byte = text[offset + i]
          return keyword.ignoresCase ? lower(byte) == lower(bytes[i]) : byte == bytes[i]
        }
        if stands { hits.append(KeywordHit(offset: offset, keyword: index)) }
      }
    }
    return hits
  }

  @Test(
    arguments: [
      Array("aA".utf8), Array("abAB_".utf8), [0x00, 0x20, 0x80, 0xa0, 0x61, 0x41],
      Array("etaoinq_-".utf8), Array(0...255),
    ])
  func theFilterFindsWhatAPlainSearchFinds(alphabet: [UInt8]) throws {
    var random = Seeded(state: UInt64(alphabet.count))
    var total = 0
    for _ in 0..<60 {
      var keywords: [Keyword] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let length = Int.random(in: 3...(Bool.random(using: &random) ? 5 : 20), using: &random)
        let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        keywords.append(
          try #require(Keyword(bytes, ignoringCase: Bool.random(using: &random))))
      }
      var text: [UInt8] = []
      while text.count < 120 {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text += keywords.randomElement(using: &random)?.bytes ?? []
        case 1: text += (keywords.randomElement(using: &random)?.bytes ?? []).dropLast()
        case 2: text += (keywords.randomElement(using: &random)?.bytes ?? []).map { $0 ^ 0x20 }
        default: text.append(alphabet.randomElement(using: &random) ?? 0)
        }
      }
      let lower = Int.random(in: 0...40, using: &random)
      let range = lower..<Int.random(in: lower...text.count, using: &random)
      let filter = KeywordFilter(keywords)
      var hits: [KeywordHit] = []
      for range in [range, 0..<text.count] {
        filter.findHits(in: text.span, range: range, into: &hits)
        #expect(hits == plainHits(keywords, in: text, range: range))
        total += hits.count
      }
    }
    #expect(total > 100)
  }
}
