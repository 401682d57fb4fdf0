/// Counts line feeds.
public enum Newlines {
  /// How many line feeds stand in a range of some bytes. O(n), eight bytes at a time.
  public static func count(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "range in bytes")
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var count = 0
      var at = range.lowerBound
      while range.upperBound - at >= 8 {
        // A byte of zero, and no other, leaves its highest bit clear.
        let word = unsafe base.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ newlines
        let marks = ((word & low) &+ low | word) & ~low
        count += 8 - marks.nonzeroBitCount
        at += 8
      }
      while at < range.upperBound {
        count += unsafe base.load(fromByteOffset: at, as: UInt8.self) == 0x0A ? 1 : 0
        at += 1
      }
      return count
    }
  }

  private static let newlines: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
}
