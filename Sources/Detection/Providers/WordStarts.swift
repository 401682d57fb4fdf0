/// Finds where words begin, eight places at a time: names of providers are looked for in every line
/// that holds a value.
enum WordStarts {
  /// The first place of a part of a text that passes a test, of those where a word may begin by
  /// ``WordBoundary/begins(_:at:)``. The test may be asked of other places, too.
  @inline(__always)
  static func first(in bytes: [UInt8], _ part: Range<Int>, where passes: (Int) -> Bool) -> Int? {
    var place = part.lowerBound
    // The two bytes before a place are looked at, too.
    while place < min(2, part.upperBound) {
      if passes(place) { return place }
      place += 1
    }
    var last: (capital: UInt64, other: UInt64) = (0, 0)
    if place > 0, place <= bytes.count { last = ByteClasses.last(bytes[place - 1]) }
    while place + 8 <= part.upperBound {
      var starts = starts(in: bytes.span, at: place, behind: &last)
      while starts != 0 {
        let start = place + starts.trailingZeroBitCount / 8
        if passes(start) { return start }
        starts &= starts &- 1
      }
      place += 8
    }
    while place < part.upperBound {
      if passes(place) { return place }
      place += 1
    }
    return nil
  }

  /// Which of eight bytes begin words, by their highest bits; two bytes stand before them.
  ///
  /// - Parameter last: whether the byte before them is a capital, or a small letter or digit, by the
  ///   lowest byte's highest bit; then the same of the last of them.
  @inline(__always)
  private static func starts(
    in bytes: Span<UInt8>, at place: Int, behind last: inout (capital: UInt64, other: UInt64)
  ) -> UInt64 {
    precondition(place >= 2 && place <= bytes.count - 8)
    let (word, escape) = unsafe bytes.withUnsafeBytes { buffer in
      // The bounds stand above.
      unsafe (
        UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)),
        UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place - 2, as: UInt64.self))
      )
    }
    let (isCapital, isSmall, isDigit) = ByteClasses.of(word)
    let isOther = isSmall | isDigit
    // The same of the bytes one place before.
    let wasCapital = isCapital << 8 | last.capital
    let wasOther = isOther << 8 | last.other
    last = (isCapital >> 56, isOther >> 56)
    let wasWord = wasCapital | wasOther
    // The letter of an escape such as `\n` is no part of a word.
    let backslash = escape ^ 0x5C5C_5C5C_5C5C_5C5C
    let isEscaped = (backslash &- 0x0101_0101_0101_0101) & ~backslash & Base64Kernel.highest
    return (isCapital | isOther) & (~wasWord | isEscaped) | isCapital & wasOther
  }
}

extension ByteClasses {
  /// Whether a byte is a capital, and whether it is a small letter or a digit, by the lowest byte's
  /// highest bit.
  fileprivate static func last(_ byte: UInt8) -> (capital: UInt64, other: UInt64) {
    (byte.isUppercase ? 0x80 : 0, byte.isLowercase || byte.isDigit ? 0x80 : 0)
  }
}
