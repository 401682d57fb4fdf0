/// Counts the digits of a text, eight bytes at a time: a report has some million bytes.
enum HexDigits {
  /// How many decimal digits stand in a text, and small hexadecimal letters with at least eight digits
  /// of either kind before them: a shorter run with letters may be a word.
  static func count(in text: ArraySlice<UInt8>) -> Int {
    unsafe text.withUnsafeBytes { bytes in
      var count = 0
      // Which of the eight bytes before are digits of either kind, the first in the lowest bit.
      var before: UInt64 = 0
      for start in stride(from: 0, to: bytes.count, by: 8) {
        let word =
          unsafe bytes.count - start >= 8
          ? UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
          : bytes[start...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        let (decimals, letters) = (stand(word, 0x50, 0x46), stand(word, 0x1F, 0x19))
        let digits = decimals | letters
        // Eight in a row, by the last of them.
        let all = before | digits << 8
        let two = all & all << 1
        let four = two & two << 2
        let eight = four & four << 4
        count += (decimals | letters & eight >> 7).nonzeroBitCount
        before = digits
      }
      return count
    }
  }

  /// Which of eight bytes stand in a range of ASCII, one bit each. It is told by what lifts its first
  /// byte, and the one behind its last, to 128.
  @inline(__always)
  private static func stand(_ word: UInt64, _ first: UInt64, _ behind: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let marks = (low &+ ones &* first) & ~(low &+ ones &* behind) & ~word & highest
    return ((marks >> 7) &* 0x0102_0408_1020_4080) >> 56
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080
}
