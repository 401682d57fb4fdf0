/// Bech32 (BIP 173): a text of a human-readable part, `1`, and digits of 32, the last six of which
/// are a BCH code over all that stands before. age writes its identities so.
enum Bech32 {
  private static let digits = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let tailLength = 6

  /// Whether the code of a text is right; upper case is the same as lower case, a mixture is wrong.
  static func isRight(_ text: [UInt8]) -> Bool {
    let lower = text.map(lowered)
    guard lower == text || !text.contains(where: isLower),
      let one = lower.lastIndex(of: UInt8(ascii: "1")), one > 0,
      lower.count - one > tailLength
    else { return false }
    var values: [UInt32] = []
    for character in lower[(one + 1)...] {
      guard let value = digits.firstIndex(of: character) else { return false }
      values.append(UInt32(value))
    }
    return remainder(expanded(lower[..<one]) + values) == 1
  }

  /// The six digits, in lower case, that end a text of this part and these digits.
  static func tail(prefix: [UInt8], digits body: [UInt8]) -> [UInt8] {
    let values = body.compactMap { digits.firstIndex(of: lowered($0)).map(UInt32.init) }
    let zeros = [UInt32](repeating: 0, count: tailLength)
    let code = remainder(expanded(prefix.map(lowered)) + values + zeros) ^ 1
    return (0..<tailLength).map { digits[Int(code >> (5 * UInt32(tailLength - 1 - $0)) & 31)] }
  }

  private static func expanded(_ prefix: some Collection<UInt8>) -> [UInt32] {
    prefix.map { UInt32($0 >> 5) } + [0] + prefix.map { UInt32($0 & 31) }
  }

  /// The remainder of a polynomial over 32 elements; its five constants are the generator of BIP 173.
  private static func remainder(_ values: [UInt32]) -> UInt32 {
    let generator: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1FF_FFFF) << 5 ^ value
      for (bit, factor) in generator.enumerated() where top >> UInt32(bit) & 1 == 1 {
        sum ^= factor
      }
    }
    return sum
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
