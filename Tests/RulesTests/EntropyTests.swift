import Rules
import Testing

@Suite struct EntropyTests {
  @Test(arguments: [("", 0), ("aaaaaaaa", 0), ("abababab", 1), ("abcdabcd", 2), ("abcdefgh", 3)])
  func countsBits(_ text: String, _ bits: Double) {
    #expect(abs(Entropy.bitsPerByte(text.utf8) - bits) < 1e-12)
  }

  @Test func reachesEightBitsAtMost() {
    #expect(abs(Entropy.bitsPerByte((0...255).map { UInt8($0) }) - 8) < 1e-12)
  }
}
