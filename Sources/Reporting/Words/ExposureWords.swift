import Findings

/// An exposure window in words.
enum ExposureWords {
  /// Such as "from 2024-05-01 12:00 to 2024-05-01 13:00 UTC, 1 hour".
  static func phrases(_ exposure: Exposure?) -> [String] {
    guard let exposure else { return [] }
    guard let until = exposure.until, let seconds = exposure.seconds else {
      return ["since \(minute(exposure.from)) UTC, without an end"]
    }
    if seconds == 0 { return ["none: it was dead before it was printed"] }
    return [
      "from \(minute(exposure.from)) to \(minute(until)) UTC",
      length(seconds) ?? Duration.words(from: exposure.from, to: until),
    ]
  }

  private static func minute(_ moment: Timestamp) -> String {
    moment.description.prefix(16).split(separator: "T").joined(separator: " ")
  }

  /// Less than two days in hours, minutes or seconds.
  private static func length(_ seconds: Int64) -> String? {
    switch seconds {
    case ..<120: Numbers.count(Int(seconds), "second")
    case ..<7_200 where seconds != 3_600: Numbers.count(Int(seconds / 60), "minute")
    case ..<172_800: Numbers.count(Int(seconds / 3_600), "hour")
    default: nil
    }
  }
}
