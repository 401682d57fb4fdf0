/// Tells of most words that they are not in a set, from their bytes alone.
struct ByteFilter: Sendable {
  /// A bit for each hash.
  private var bits = [UInt64](repeating: 0, count: 64)

  init(_ words: [[UInt8]]) {
    for word in words {
      let bit = Self.bit(of: word[...])
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Whether the word may be one of the set. O(word).
  func mayHold(_ word: ArraySlice<UInt8>) -> Bool {
    let bit = Self.bit(of: word)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Twelve bits of FNV-1a.
  private static func bit(of word: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 4095)
  }
}
