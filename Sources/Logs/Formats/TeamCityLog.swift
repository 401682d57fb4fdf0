extension LogFormat {
  /// Build logs of TeamCity: `[10:15:30]W:<TAB> [Step 1/3] message`. The lines have no date, so that
  /// their times are unknown.
  public static let teamCity = LogFormat(
    name: "teamcity",
    recognises: { sample in
      sample.count(among: 12, opening: TeamCityLog.opening) { TeamCityLog.frame($0).length > 0 }
        >= 2
        || sample.hasLine(among: 12, opening: TeamCityLog.opening) {
          $0.starts(with: "##teamcity[")
        }
    },
    frame: TeamCityLog.frame,
    event: TeamCityLog.event)
}

private enum TeamCityLog {
  static let opening = FirstBytes("[#")

  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard line.count > 11, line[0] == UInt8(ascii: "["), ClockTime.stands(line, at: 1),
      line[9] == UInt8(ascii: "]")
    else { return LogFrame() }
    var at = 10
    // A letter for warnings, errors and internal messages.
    if line[at] == Byte.space || Byte.isLetter(line[at]) { at += 1 }
    guard at < line.count, line[at] == UInt8(ascii: ":") else { return LogFrame() }
    at += 1
    while at < line.count, line[at] == Byte.space || line[at] == 0x09 { at += 1 }
    guard line.starts(with: "[Step ", at: at) else { return LogFrame(length: at) }
    var close = at + 6
    while close < min(line.count, at + 24), line[close] != UInt8(ascii: "]") { close += 1 }
    guard close + 1 < line.count, line[close] == UInt8(ascii: "]") else {
      return LogFrame(length: at)
    }
    return LogFrame(length: close + (line[close + 1] == Byte.space ? 2 : 1))
  }

  /// `Step 1/3: Build (Command Line)`.
  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard line.count > 10, line[0] == UInt8(ascii: "S"), line.starts(with: "Step "),
      Byte.isDigit(line[5])
    else { return nil }
    for at in 6..<min(line.count - 1, 16) where line[at] == UInt8(ascii: ":") {
      return .step(line.name(from: at + 2))
    }
    return nil
  }
}
