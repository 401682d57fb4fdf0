import Findings

/// The time between two moments in words.
enum Duration {
  /// `5 years 9 months`, `3 months 4 days`, `12 days`, `less than a day`: two units at most, by the
  /// calendar, rounded down.
  static func words(from start: Timestamp, to end: Timestamp) -> String {
    // A forged date must not leave the calendar's range.
    let (start, end) = (start.clamped, end.clamped)
    guard start < end, end.days(since: start) > 0 else { return "less than a day" }
    let (from, to) = (start.date, end.date)
    var months = (to.year - from.year) * 12 + to.month - from.month
    var anniversary = Timestamp(year: from.year, month: from.month + months, in: from.day)
    // Whole months only: the clock counts too, or 30 days and an hour would be a month.
    if Timestamp(seconds: anniversary.seconds + start.secondOfDay) > end {
      months -= 1
      anniversary = Timestamp(year: from.year, month: from.month + months, in: from.day)
    }
    let days = end.days(since: Timestamp(seconds: anniversary.seconds + start.secondOfDay))
    let parts =
      months >= 12
      ? [(months / 12, "year"), (months % 12, "month")] : [(months, "month"), (days, "day")]
    return parts.filter { $0.0 > 0 }.map { Numbers.count($0.0, $0.1) }.joined(separator: " ")
  }
}

extension Timestamp {
  private static let bound = Timestamp(year: 10_000, month: 1, day: 1)

  /// The moment, or the nearest one within ten thousand years.
  fileprivate var clamped: Timestamp {
    min(max(self, Timestamp(seconds: -Self.bound.seconds)), Self.bound)
  }

  fileprivate var secondOfDay: Int64 { (seconds % 86_400 + 86_400) % 86_400 }

  /// A day of a month that may be beyond the year, or the month's last day if it has no such day.
  fileprivate init(year: Int, month: Int, in day: Int) {
    let year = year + (month - 1) / 12
    let month = (month - 1) % 12 + 1
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    let first = Timestamp(year: year, month: month, day: 1)
    let length = Timestamp(year: next.0, month: next.1, day: 1).days(since: first)
    self.init(seconds: first.seconds + Int64(min(day, length) - 1) * 86_400)
  }
}
