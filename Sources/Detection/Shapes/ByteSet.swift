/// A set of bytes, asked in one load.
struct ByteSet: Sendable {
  private let bits: (UInt64, UInt64, UInt64, UInt64)

  /// The bytes of a text.
  init(_ text: StaticString) {
    var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    text.withUTF8Buffer { bytes in
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: bits.0 |= bit
        case 1: bits.1 |= bit
        case 2: bits.2 |= bit
        default: bits.3 |= bit
        }
      }
    }
    self.bits = bits
  }

  /// Whether the set holds a byte.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return word &>> UInt64(byte & 63) & 1 != 0
  }
}
