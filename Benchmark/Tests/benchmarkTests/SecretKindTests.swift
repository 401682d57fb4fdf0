import Testing

@testable import benchmark

@Suite struct SecretKindTests {
  /// The check value of CRC-32 (IEEE 802.3) for the text `123456789`.
  @Test func checksumIsTheKnownOne() {
    #expect(Checksum.crc32("123456789".utf8) == 0xcbf4_3926)
    #expect(Checksum.numerals(of: "123456789").count == 6)
  }

  @Test func numbersAreThoseOfTheAlgorithm() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xe220_a839_7b1d_cdaf)
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(generator.below(7)) })
  }

  /// A secret must be long enough to be cut, and each line must have one place for it.
  @Test func kindsCanBePlanted() {
    var generator = SeededGenerator(seed: 3)
    for kind in SecretKind.all {
      let secrets = (0..<20).map { _ in kind.make(&generator) }
      #expect(Set(secrets).count == secrets.count, "\(kind.name)")
      #expect(secrets.allSatisfy { $0.count >= 12 }, "\(kind.name)")
      #expect(kind.lines.allSatisfy { $0.count { $0 == "%" } == 1 }, "\(kind.name)")
    }
  }
}
