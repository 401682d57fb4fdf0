/// A word of at most 16 bytes as a number: compared and looked up without a `String`.
struct PackedWord: Sendable, Hashable {
  static let longest = 16

  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0
  private(set) var count = 0

  /// The empty word.
  init() {}

  /// A word; `nil` if it is longer than ``longest``.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= Self.longest else { return nil }
    for byte in bytes { append(byte) }
  }

  /// A word with ASCII letters in lower case; `nil` if it is longer than ``longest``.
  init?(lowercasing bytes: ArraySlice<UInt8>) {
    guard bytes.count <= Self.longest else { return nil }
    for byte in bytes { append(byte.lowercased) }
  }

  /// Adds a byte.
  ///
  /// - Precondition: the word has fewer than ``longest`` bytes.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < 8 {
      low |= UInt64(byte) &<< UInt64(8 * count)
    } else {
      high |= UInt64(byte) &<< UInt64(8 * (count - 8))
    }
    count += 1
  }

  /// A multiplicative hash, to be used from its high bits down.
  @inline(__always)
  var hash: UInt64 { (low ^ high &* 0x9E37_79B9_7F4A_7C15 ^ low >> 29) &* 0xBF58_476D_1CE4_E5B9 }
}
