extension LogFormat {
  /// Any other log whose lines begin with a timestamp, as `kubectl logs --timestamps` and many tools
  /// write it: `2024-05-01T10:00:00.123Z message`, `[2024-05-01 10:00:00] message`,
  /// `10:00:00 message`.
  public static let stamped = LogFormat(
    name: "stamped",
    recognises: { sample in
      let stamped = sample.count(opening: StampedLog.opening) { StampedLog.frame($0).length > 0 }
      return stamped >= 3 && stamped * 2 >= sample.writtenLines && !sample.hasNUL
    },
    frame: StampedLog.frame)
}

private enum StampedLog {
  static let opening = FirstBytes("[", digits: true)

  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard line.count >= 8 else { return LogFrame() }
    let start = line[0] == UInt8(ascii: "[") ? 1 : 0
    guard Byte.isDigit(line[start]) else { return LogFrame() }
    var end: Int
    var time: Int?
    if let stamp = ISOStamp(line, at: start) {
      time = start
      end = start + stamp.length
      // `+02:00`.
      if !stamp.isUTC, end + 6 <= line.count, line[end + 3] == UInt8(ascii: ":"),
        line[end] == UInt8(ascii: "+") || line[end] == UInt8(ascii: "-")
      {
        end += 6
      }
    } else if ClockTime.stands(line, at: start) {
      end = start + 8
      if end < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ",") {
        end += 1
        while end < line.count, end < start + 18, Byte.isDigit(line[end]) { end += 1 }
      }
    } else {
      return LogFrame()
    }
    if start == 1 {
      guard end < line.count, line[end] == UInt8(ascii: "]") else { return LogFrame() }
      end += 1
    }
    // A comma, a semicolon or a tab would make it the first column of a table; so may a fraction
    // that ends the line.
    guard end < line.count, line[end] == Byte.space || line[end] == Byte.carriageReturn else {
      return LogFrame()
    }
    return LogFrame(length: line[end] == Byte.space ? end + 1 : end, time: time)
  }
}
