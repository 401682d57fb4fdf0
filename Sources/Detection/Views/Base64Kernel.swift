/// The loops over encoded bytes that decide what a view costs: eight bytes in one word at a time,
/// since vectors of bytes are compared one by one on the plainest of processors.
enum Base64Kernel {
  /// The highest bit of each byte of a word.
  static let highest: UInt64 = 0x8080_8080_8080_8080

  /// Which bytes of a word are digits, by their highest bits.
  @inline(__always)
  static func digits(_ word: UInt64) -> UInt64 {
    let low = word & ~highest
    let small = low | 0x2020_2020_2020_2020
    // A sum reaches the highest bit where the byte is at least so great: `a`, `{`, `/`, `:`.
    let letters = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
    let digits = (low &+ 0x5151_5151_5151_5151) & ~(low &+ 0x4646_4646_4646_4646)
    // ... and does not where the byte is `+`, `-` or `_`.
    let plus = (low ^ 0x2B2B_2B2B_2B2B_2B2B) &+ ~highest
    let dash = (low ^ 0x2D2D_2D2D_2D2D_2D2D) &+ ~highest
    let line = (low ^ 0x5F5F_5F5F_5F5F_5F5F) &+ ~highest
    return (letters | digits | ~(plus & dash & line)) & ~word & highest
  }

  /// Whether all bytes of a word may be digits. Most words of text have a byte below `+`, a blank, a
  /// quote, a bracket, and cost no more than this.
  @inline(__always)
  static func mayBeDigits(_ word: UInt64) -> Bool {
    (word &- 0x2B2B_2B2B_2B2B_2B2B) & ~word & highest == 0
  }

  /// Whether all bytes of a word are digits.
  @inline(__always)
  static func areDigits(_ word: UInt64) -> Bool { digits(word) == highest }

  /// Just behind the last digit of the stretch that a place lies in.
  static func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      var place = start
      while place + 8 <= buffer.count {
        // The bound stands in the line above.
        let word = unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let others = digits(UInt64(littleEndian: word)) ^ highest
        if others != 0 { return place + others.trailingZeroBitCount / 8 }
        place += 8
      }
      while unsafe place < buffer.count && buffer[place].isBase64Digit { place += 1 }
      return place
    }
  }

  /// What digits of either alphabet stand for, whole bytes only.
  static func decode(_ digits: ArraySlice<UInt8>, into decoded: inout [UInt8]) {
    decoded.reserveCapacity(decoded.count + digits.count / 4 * 3 + 3)
    var pending: UInt32 = 0
    var bits: UInt32 = 0
    for digit in digits {
      pending = pending &<< 6 | UInt32(digit.base64Value)
      bits &+= 6
      if bits >= 8 {
        bits &-= 8
        decoded.append(UInt8(truncatingIfNeeded: pending &>> bits))
      }
    }
  }
}

extension UInt8 {
  /// A digit of either alphabet of base64 (RFC 4648).
  @inline(__always) var isBase64Digit: Bool {
    isAlphanumeric || self == 0x2B || self == 0x2F || self == 0x2D || self == 0x5F
  }
  /// The value of a digit of base64.
  @inline(__always) var base64Value: UInt8 {
    if isLowercase { return self &- 0x61 &+ 26 }
    if isUppercase { return self &- 0x41 }
    if isDigit { return self &- 0x30 &+ 52 }
    return self == 0x2B || self == 0x2D ? 62 : 63
  }
}
