/// A time of day without a date.
enum ClockTime {
  /// Whether `10:15:30` stands at an offset of a line.
  static func stands(_ line: Span<UInt8>, at start: Int) -> Bool {
    guard start + 8 <= line.count, line[start + 2] == UInt8(ascii: ":"),
      line[start + 5] == UInt8(ascii: ":")
    else { return false }
    for offset in [0, 1, 3, 4, 6, 7] where !Byte.isDigit(line[start + offset]) { return false }
    return true
  }
}
