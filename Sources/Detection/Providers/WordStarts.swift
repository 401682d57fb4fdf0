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
    while place + 8 <= part.upperBound {
      var starts = starts(in: bytes.span, at: place)
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
  @inline(__always)
  private static func starts(in bytes: Span<UInt8>, at place: Int) -> UInt64 {
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
    let (lastCapital, lastSmall, lastDigit) = ByteClasses.of(escape >> 8 & 0xFF)
    let lastOther = lastSmall | lastDigit
    let wasCapital = isCapital << 8 | lastCapital
    let wasOther = isOther << 8 | lastOther
    let wasWord = wasCapital | wasOther
    // The letter of an escape such as `\n` is no part of a word.
    let backslash = escape ^ 0x5C5C_5C5C_5C5C_5C5C
    let isEscaped = (backslash &- 0x0101_0101_0101_0101) & ~backslash & Base64Kernel.highest
    return (isCapital | isOther) & (~wasWord | isEscaped) | isCapital & wasOther
  }
}
