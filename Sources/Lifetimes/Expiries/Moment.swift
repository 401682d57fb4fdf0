internal import Findings

/// Moments as values write them.
enum Moment {
  /// Seconds since 1970, up to the year 9999. Some issuers write milliseconds: what would lie
  /// behind the year 5138 as seconds is read as those.
  static func epoch(_ number: Double) -> Timestamp? {
    let seconds = number > 1e11 ? number / 1_000 : number
    guard seconds.isFinite, seconds > 0, seconds <= 253_402_300_799 else { return nil }
    return Timestamp(seconds: Int64(seconds))
  }

  /// Decimal digits of such a number.
  static func epoch(_ digits: some Collection<UInt8>) -> Timestamp? {
    guard (1...15).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return epoch(digits.reduce(0) { $0 * 10 + Double($1 - UInt8(ascii: "0")) })
  }

  /// ISO 8601 as Azure takes it: a date, a time without seconds, or all of it.
  static func iso8601(_ text: [UInt8]) -> Timestamp? {
    var text = text
    // 2026-01-01T00:00Z
    if text.count == 17, text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: "Z") {
      text.insert(contentsOf: ":00".utf8, at: 16)
    }
    guard let (moment, length) = Timestamp.parse(text), length == text.count else { return nil }
    return moment
  }

  /// ISO 8601 without separators: `20260101T000000Z`.
  static func basicISO8601(_ text: [UInt8]) -> Timestamp? {
    guard text.count == 16 else { return nil }
    var long = text
    for (separator, place) in [("-", 4), ("-", 7), (":", 13), (":", 16)] {
      long.insert(contentsOf: separator.utf8, at: place)
    }
    return iso8601(long)
  }
}
