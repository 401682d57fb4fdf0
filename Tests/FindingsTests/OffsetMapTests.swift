import Findings
import Testing

@Suite struct OffsetMapTests {
  @Test func identityKeepsOffsets() {
    #expect(OffsetMap.identity.isIdentity)
    #expect(OffsetMap.identity.raw(7) == 7)
    #expect(OffsetMap.identity.raw(3..<9) == 3..<9)
  }

  /// `ab«ESC[0m»cd`: four bytes are stripped in the middle.
  @Test func strippedBytesAreSkipped() {
    var map = OffsetMap()
    map.append(text: 0, raw: 0)
    map.append(text: 2, raw: 6)
    #expect((0..<4).map { map.raw($0) } == [0, 1, 6, 7])
    #expect(map.raw(0..<4) == 0..<8)
    #expect(map.raw(0..<2) == 0..<2, "what is stripped behind a range does not belong to it")
    #expect(map.raw(2..<4) == 6..<8)
    #expect(map.raw(2..<2) == 6..<6)
    #expect(!map.isIdentity)
  }

  @Test func aStrideOfTwoIsUTF16() {
    var map = OffsetMap()
    map.append(text: 0, raw: 2, stride: 2)
    #expect(map.raw(5) == 12)
    #expect(map.raw(1..<3) == 4..<8)
  }

  @Test func aRunThatContinuesTheLastOneIsNotAdded() {
    var joined = OffsetMap()
    joined.append(text: 0, raw: 4)
    joined.append(text: 3, raw: 7)
    var plain = OffsetMap()
    plain.append(text: 0, raw: 4)
    #expect(joined == plain)
  }

  @Test func aRunAtTheSameTextReplacesTheEmptyOne() {
    var map = OffsetMap()
    map.append(text: 0, raw: 0)
    map.append(text: 2, raw: 6)
    map.append(text: 2, raw: 10)
    #expect(map.raw(2) == 10)
    #expect(map.raw(1) == 1)
  }

  @Test func manyRunsAreFoundByBisection() {
    var map = OffsetMap()
    for run in 0..<1_000 { map.append(text: run * 3, raw: run * 5) }
    for text in 0..<3_000 { #expect(map.raw(text) == text / 3 * 5 + text % 3) }
  }

  @Test func base64IsFourBytesForThree() {
    var map = OffsetMap()
    map.append(text: 0, raw: 10, stride: OffsetMap.base64Stride)
    #expect((0..<6).map { map.raw($0) } == [10, 11, 12, 14, 15, 16])
    #expect(map.raw(0..<3) == 10..<14)
    #expect(map.raw(1..<2) == 11..<13)
  }

  @Test func piecesLeaveOutWhatWasStripped() {
    var map = OffsetMap()
    map.append(text: 0, raw: 0)
    map.append(text: 2, raw: 6)
    map.append(text: 4, raw: 8, stride: 2)
    #expect(map.pieces(1..<5) == [1..<2, 6..<10])
    #expect(map.pieces(2..<2) == [])
    #expect(OffsetMap.identity.pieces(3..<5) == [3..<5])
  }

  @Test func mapsAreComposed() {
    var outer = OffsetMap()
    outer.append(text: 0, raw: 1)
    outer.append(text: 3, raw: 6)
    var inner = OffsetMap()
    inner.append(text: 0, raw: 100)
    inner.append(text: 2, raw: 110, stride: 2)
    inner.append(text: 3, raw: 120)
    let both = outer.composed(with: inner, count: 6)
    #expect((0..<6).map { both.raw($0) } == (0..<6).map { inner.raw(outer.raw($0)) })
    #expect(OffsetMap.identity.composed(with: inner, count: 9) == inner)
    #expect(outer.composed(with: .identity, count: 6) == outer)
  }
}
