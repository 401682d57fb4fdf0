/// Durations in words.
enum DurationWords {
  /// Seconds in the largest unit that leaves no rest: `1 hour`, `90 minutes`, `400 days`.
  static func text(_ seconds: Int64) -> String {
    let units: [(seconds: Int64, name: String)] = [
      (86_400, "day"), (3_600, "hour"), (60, "minute"),
    ]
    for unit in units where seconds >= unit.seconds && seconds.isMultiple(of: unit.seconds) {
      return counted(seconds / unit.seconds, unit.name)
    }
    return counted(seconds, "second")
  }

  private static func counted(_ count: Int64, _ name: String) -> String {
    "\(count) \(name)\(count == 1 ? "" : "s")"
  }
}
