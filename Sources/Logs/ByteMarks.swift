/// Four bytes that are looked for together, eight places of a text at a time.
struct ByteMarks: Sendable {
  fileprivate let words: (UInt64, UInt64, UInt64, UInt64)

  init(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, _ d: Unicode.Scalar) {
    func word(_ mark: Unicode.Scalar) -> UInt64 {
      UInt64(UInt8(ascii: mark)) &* 0x0101_0101_0101_0101
    }
    words = (word(a), word(b), word(c), word(d))
  }

  /// Which bytes of a word are one of the marks, by their highest bits: nothing but zeros if none is.
  /// Bytes above the lowest that is found mean nothing.
  @inline(__always)
  fileprivate func found(in word: UInt64) -> UInt64 {
    func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }
    let found =
      zeros(word ^ words.0) | zeros(word ^ words.1) | zeros(word ^ words.2) | zeros(word ^ words.3)
    return found & 0x8080_8080_8080_8080
  }
}

extension Span<UInt8> {
  /// The first offset of one of four bytes in a range; the range's end if none is there.
  func firstMark(of marks: ByteMarks, in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return range.upperBound }
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { buffer in
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        // The bound stands in the line above.
        let word = unsafe buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let found = marks.found(in: UInt64(littleEndian: word))
        if found != 0 { return at + found.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < range.upperBound {
        if unsafe marks.found(in: UInt64(buffer[at])) & 0x80 != 0 { return at }
        at += 1
      }
      return range.upperBound
    }
  }
}
