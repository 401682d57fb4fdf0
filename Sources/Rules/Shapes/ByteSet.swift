/// A set of ASCII bytes; other bytes are in none.
struct ByteSet: Sendable, Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte < 64 {
        low |= 1 << UInt64(byte)
      } else if byte < 128 {
        high |= 1 << UInt64(byte - 64)
      }
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low >> UInt64(byte) & 1 != 0 }
    return byte < 128 && high >> UInt64(byte - 64) & 1 != 0
  }

  func intersects(_ other: ByteSet) -> Bool { low & other.low != 0 || high & other.high != 0 }

  static let hexadecimal = ByteSet("0123456789abcdefABCDEF".utf8)
  /// Letters, digits and `_`.
  static let word = ByteSet(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_".utf8)
  /// What joins the parts of longer values and names.
  static let joint = ByteSet("-.+".utf8)
}
