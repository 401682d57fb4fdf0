/// The two loops over encoded bytes that decide what a view costs.
enum Base64Kernel {
  /// Just behind the last digit of the stretch that a place lies in: sixteen bytes at a time.
  static func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      var place = start
      while place + 16 <= buffer.count {
        // The bound stands in the line above.
        let chunk = unsafe buffer.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        let letters = ((chunk | 0x20) &- 0x61) .< 26
        let digits = (chunk &- 0x30) .< 10
        let marks = (chunk .== 0x2B) .| (chunk .== 0x2F) .| (chunk .== 0x2D) .| (chunk .== 0x5F)
        guard all(letters .| digits .| marks) else { break }
        place += 16
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
