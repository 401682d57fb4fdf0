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
      line[start + 4] == UInt8(ascii: "-"), line[start + 7] == UInt8(ascii: "-"),
      line[start + 13] == UInt8(ascii: ":"), line[start + 16] == UInt8(ascii: ":"),
      line[start + 10] == UInt8(ascii: "T") || line[start + 10] == Byte.space,
      Self.hasDigits(line, start, 4), Self.hasDigits(line, start + 5, 2),
      Self.hasDigits(line, start + 8, 2), Self.hasDigits(line, start + 11, 2),
      Self.hasDigits(line, start + 14, 2), Self.hasDigits(line, start + 17, 2)
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

  private static func hasDigits(_ line: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    for index in start..<start + count where !Byte.isDigit(line[index]) { return false }
    return true
  }
}
