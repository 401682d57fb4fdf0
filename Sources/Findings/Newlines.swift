/// Counts and finds line feeds, eight bytes at a time.
public enum Newlines {
  /// How many line feeds stand in a range of some bytes. O(n), eight bytes at a time.
  public static func count(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range in bytes")
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var count = 0
      var at = range.lowerBound
      while range.upperBound - at >= 8 {
        // A byte counts to 255 at most.
        let end = at + min(255, (range.upperBound - at) / 8) * 8
        var counts: UInt64 = 0
        while at < end {
          let word = unsafe base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          counts &+= marks(in: word) >> 7
          at += 8
        }
        let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts >> 8 & 0x00FF_00FF_00FF_00FF)
        count += Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
      }
      while at < range.upperBound {
        count += unsafe base.load(fromByteOffset: at, as: UInt8.self) == 0x0A ? 1 : 0
        at += 1
      }
      return count
    }
  }

  /// The first line feed of a range; the range's end if there is none. O(bytes passed).
  public static func first(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range in bytes")
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return range.upperBound }
      var at = range.lowerBound
      while range.upperBound - at >= 8 {
        let marks = unsafe marks(in: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        if marks != 0 { return at + marks.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < range.upperBound {
        if unsafe base.load(fromByteOffset: at, as: UInt8.self) == 0x0A { return at }
        at += 1
      }
      return at
    }
  }

  /// The place behind the last line feed of a range; the range's beginning if there is none.
  /// O(bytes passed).
  public static func endOfLast(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range in bytes")
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return range.lowerBound }
      var at = range.upperBound
      while at - range.lowerBound >= 8 {
        let marks = unsafe marks(in: base.loadUnaligned(fromByteOffset: at - 8, as: UInt64.self))
        if marks != 0 { return at - marks.leadingZeroBitCount / 8 }
        at -= 8
      }
      while at > range.lowerBound {
        if unsafe base.load(fromByteOffset: at - 1, as: UInt8.self) == 0x0A { return at }
        at -= 1
      }
      return at
    }
  }

  /// A word with the highest bit set of each byte that is a line feed, in the order of memory from
  /// the lowest byte.
  private static func marks(in loaded: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: loaded) ^ newlines
    return ~((word & low) &+ low | word) & ~low
  }

  private static let newlines: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
}
