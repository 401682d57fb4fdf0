import Testing

@testable import Detection

@Suite struct OpaqueRunsTests {
  private func isDigest(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var runs: [Range<Int>] = []
    OpaqueRuns.forEach(in: bytes, 0..<bytes.count) { runs.append($0) }
    return runs.first.map { OpaqueRuns.isDigest(bytes, $0) } ?? false
  }

  @Test(arguments: [
    "layer sha256:0123456789abcdef0123", "SHA1=0123456789abcdef0123", "md5:0123456789abcdef0123",
    "\"sha512-0123456789abcdef0123==\"", "sha3-0123456789abcdef0123",
  ])
  func aDigestSaysSo(text: String) { #expect(isDigest(text)) }

  @Test(arguments: [
    "0123456789abcdef0123", "box:0123456789abcdef0123", "256:0123456789abcdef0123",
    "cmd5x:0123456789abcdef0123", "shark-0123456789abcdef0123", "a2=0123456789abcdef0123",
  ])
  func otherStretchesMayBeKeys(text: String) { #expect(!isDigest(text)) }

  /// Wherever the digit or the pair of capitals stands, and whatever stands beside the stretch.
  @Test(arguments: [15, 16, 17, 22, 23, 24, 40])
  func irregularityIsSeenAtEachPlace(length: Int) {
    for start in 0..<9 {
      let word =
        Array(repeating: UInt8(ascii: "9"), count: start)
        + Array(repeating: UInt8(ascii: "w"), count: length) + Array("9AA".utf8)
      let stretch = start..<start + length
      #expect(!OpaqueRuns.isIrregular(word, stretch))
      for place in stretch {
        var digit = word
        digit[place] = UInt8(ascii: "7")
        #expect(OpaqueRuns.isIrregular(digit, stretch))
        var capital = word
        capital[place] = UInt8(ascii: "C")
        #expect(!OpaqueRuns.isIrregular(capital, stretch))
        guard place + 1 < stretch.upperBound else { continue }
        capital[place + 1] = UInt8(ascii: "B")
        #expect(OpaqueRuns.isIrregular(capital, stretch))
      }
      let capitals = word.map { $0 == UInt8(ascii: "w") ? UInt8(ascii: "W") : $0 }
      #expect(!OpaqueRuns.isIrregular(capitals, stretch))
    }
  }
}
