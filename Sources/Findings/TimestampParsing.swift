extension Timestamp {
  /// Reads an ISO 8601 date or date and time at the beginning of the bytes: `2021-02-03`,
  /// `2021-02-03T04:05:06Z`, with a fraction of any length, and with `Z`, `+hh:mm` or nothing (UTC)
  /// behind it.
  ///
  /// - Returns: the moment and the number of bytes read; `nil` if there is no date.
  public static func parse(_ bytes: [UInt8]) -> (moment: Timestamp, length: Int)? {
    let count = bytes.count
    func at(_ offset: Int) -> UInt8 { bytes[offset] }
    func number(_ start: Int, _ digits: Int) -> Int? {
      guard start + digits <= count else { return nil }
      var value = 0
      for offset in start..<start + digits {
        guard (0x30...0x39).contains(at(offset)) else { return nil }
        value = value * 10 + Int(at(offset) - 0x30)
      }
      return value
    }
    func byte(_ offset: Int, _ expected: String) -> Bool {
      offset < count && expected.utf8.contains(at(offset))
    }
    guard let year = number(0, 4), byte(4, "-"), let month = number(5, 2), byte(7, "-"),
      let day = number(8, 2), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let date = Timestamp(year: year, month: month, day: day)
    // A day that carried over into the next month, such as February 30, is no date.
    guard date.date.day == day else { return nil }
    guard byte(10, "Tt "), let hour = number(11, 2), byte(13, ":"), let minute = number(14, 2),
      byte(16, ":"), let second = number(17, 2), hour < 24, minute < 60, second < 61
    else { return (date, 10) }
    var end = 19
    if byte(end, ".,") {
      end += 1
      while number(end, 1) != nil { end += 1 }
    }
    var offset = 0
    if byte(end, "Zz") {
      end += 1
    } else if byte(end, "+-"), let hours = number(end + 1, 2) {
      let sign = byte(end, "-") ? -1 : 1
      end += 3
      let colon = byte(end, ":") ? 1 : 0
      let minutes = number(end + colon, 2)
      if minutes != nil { end += colon + 2 }
      offset = sign * (hours * 3_600 + (minutes ?? 0) * 60)
    }
    let moment = Timestamp(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    return (Timestamp(seconds: moment.seconds - Int64(offset)), end)
  }

  /// Reads a whole text as a date or date and time.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let read = Timestamp.parse(bytes), read.length == bytes.count else { return nil }
    self = read.moment
  }
}
