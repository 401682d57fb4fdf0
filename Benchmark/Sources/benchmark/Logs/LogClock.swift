/// The time of a log's lines. It only goes forward, inside one day.
struct LogClock {
  private let day: String
  private var microseconds: Int

  init(_ generator: inout SeededGenerator) {
    let month = 1 + generator.below(12)
    let date = 1 + generator.below(28)
    day = "2025-\(Self.padded(month, 2))-\(Self.padded(date, 2))"
    microseconds = generator.below(12 * 3600) * 1_000_000
  }

  mutating func advance(_ generator: inout SeededGenerator) {
    microseconds = min(microseconds + generator.below(200_000), 86_399_999_999)
  }

  /// `2025-03-09T08:07:06.` and so many digits of the second's fraction, six at most.
  func stamp(digits: Int) -> String {
    let seconds = microseconds / 1_000_000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
    let fraction = Self.padded(microseconds % 1_000_000, 6).prefix(digits)
    return "\(day)T\(clock.joined(separator: ":")).\(fraction)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
