/// The shape of an ISO 8601 date and time at the beginning of a line. The moment itself is read
/// only when someone asks for it.
struct ISOStamp {
  /// Bytes, the fraction and a `Z` included.
  let length: Int
  /// Digits of the fraction.
  let fraction: Int
  /// Whether it ends in `Z`.
  let isUTC: Bool

  /// The stamp at an offset of a line; `nil` if there is none.
  init?(_ line: Span<UInt8>, at start: Int = 0) {
    guard line.count >= start + 19,
      // `YYYY-MM-`, `DDThh:mm`, `:ss`.
      Self.fits(
        line.word(at: start), digits: 0x00FF_FF00_FFFF_FFFF,
        marks: (of: 0xFF00_00FF_0000_0000, are: 0x2D00_002D_0000_0000)),
      Self.fits(
        line.word(at: start + 8), digits: 0xFFFF_00FF_FF00_FFFF,
        marks: (of: 0x0000_FF00_0000_0000, are: 0x0000_3A00_0000_0000)),
      line[start + 10] == UInt8(ascii: "T") || line[start + 10] == Byte.space,
      line[start + 16] == UInt8(ascii: ":"), Byte.isDigit(line[start + 17]),
      Byte.isDigit(line[start + 18])
    else { return nil }
    var end = start + 19
    var digits = 0
    if end < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ",") {
      while digits < 9, end + 1 + digits < line.count, Byte.isDigit(line[end + 1 + digits]) {
        digits += 1
      }
      if digits > 0 { end += 1 + digits }
    }
    fraction = digits
    isUTC = end < line.count && line[end] == UInt8(ascii: "Z")
    length = end + (isUTC ? 1 : 0) - start
  }

  /// Whether those of eight bytes that `digits` marks are digits, and those that `marks` names what it
  /// says; both from the lowest byte on.
  @inline(__always)
  private static func fits(
    _ word: UInt64, digits: UInt64, marks: (of: UInt64, are: UInt64)
  ) -> Bool {
    let values = word ^ 0x3030_3030_3030_3030
    // A sum reaches the highest bit where the byte is greater than nine.
    let sums = (values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676
    return (sums | values) & digits & 0x8080_8080_8080_8080 == 0 && word & marks.of == marks.are
  }
}
