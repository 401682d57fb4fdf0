extension LogFormat {
  /// Console logs of Jenkins, with or without the timestamper's `[2024-05-01T10:00:00.123Z] `.
  public static let jenkins = LogFormat(
    name: "jenkins",
    recognises: { sample in
      sample.hasLine(among: 4, opening: JenkinsLog.opening) { JenkinsLog.frame($0).length > 0 }
        || sample.firstEscape < LogSample.length && sample.hasLine(among: 4, JenkinsLog.hasNote)
        || sample.hasLine(among: 1) { $0.starts(with: "Started by ") }
          && sample.hasLine(among: 8, JenkinsLog.isOpening)
        || sample.count(opening: JenkinsLog.opening) { $0.starts(with: "[Pipeline] ") } >= 2
    },
    frame: JenkinsLog.frame,
    event: JenkinsLog.event)
}

private enum JenkinsLog {
  static let opening = FirstBytes("[")

  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard !line.isEmpty, line[0] == UInt8(ascii: "["), let stamp = ISOStamp(line, at: 1),
      stamp.fraction == 3, stamp.isUTC
    else { return LogFrame() }
    let close = 1 + stamp.length
    guard close < line.count, line[close] == UInt8(ascii: "]") else { return LogFrame() }
    let hasSpace = close + 1 < line.count && line[close + 1] == Byte.space
    return LogFrame(length: close + (hasSpace ? 2 : 1), time: 1)
  }

  /// A console note at the beginning of a line, or right behind a few words.
  static func hasNote(_ line: Span<UInt8>) -> Bool {
    for index in 0..<min(line.count, 64) where line[index] == Byte.escape {
      if line.starts(with: EscapeSequence.noteHeader, at: index) { return true }
    }
    return false
  }

  static func isOpening(_ line: Span<UInt8>) -> Bool {
    ["[Pipeline] ", "Running as ", "Building ", "Running on ", "Obtained ", "Running in "].contains
    {
      line.starts(with: $0)
    }
  }

  /// `[Pipeline] { (Stage)`, `[Pipeline] {` and `[Pipeline] }`.
  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard line.count >= 12, line[0] == UInt8(ascii: "["), line.starts(with: "[Pipeline] ") else {
      return nil
    }
    switch line[11] {
    case UInt8(ascii: "}"): return .leave(nil, nil)
    case UInt8(ascii: "{"):
      guard line.starts(with: "{ (", at: 11) else { return .enter(nil, nil) }
      var name = line.name(from: 14)
      if name.hasSuffix(")") { name.removeLast() }
      return .enter(name, nil)
    default: return nil
    }
  }
}
