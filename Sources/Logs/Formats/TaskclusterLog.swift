extension LogFormat {
  /// Logs of Taskcluster's workers, `[task 2024-05-01T10:00:00.123Z] message`, and of the Mozilla
  /// scripts that run in them: `10:00:00     INFO -  message`.
  public static let taskcluster = LogFormat(
    name: "taskcluster",
    recognises: { sample in
      sample.hasLine(among: 4, opening: TaskclusterLog.opening) {
        $0.starts(with: "[taskcluster ") && TaskclusterLog.frame($0).length > 0
      }
        || sample.count(opening: TaskclusterLog.opening) { TaskclusterLog.frame($0).length > 0 }
          >= 3
    },
    frame: TaskclusterLog.frame)
}

private enum TaskclusterLog {
  static let opening = FirstBytes("[", digits: true)

  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard line.count > 20 else { return LogFrame() }
    var frame = LogFrame()
    if line[0] == UInt8(ascii: "[") {
      var at = 1
      while at < 20,
        Byte.isWord(line[at]) || line[at] == UInt8(ascii: "-") || line[at] == UInt8(ascii: ":")
      {
        at += 1
      }
      guard at > 1, line[at] == Byte.space, let stamp = ISOStamp(line, at: at + 1) else {
        return frame
      }
      let close = at + 1 + stamp.length
      guard close < line.count, line[close] == UInt8(ascii: "]") else { return frame }
      let hasSpace = close + 1 < line.count && line[close + 1] == Byte.space
      frame = LogFrame(length: close + (hasSpace ? 2 : 1), time: at + 1)
    }
    frame.length += script(line, at: frame.length)
    return frame
  }

  /// The length of `10:00:00     INFO -  `.
  private static func script(_ line: Span<UInt8>, at start: Int) -> Int {
    guard ClockTime.stands(line, at: start) else { return 0 }
    var at = start + 8
    while at < line.count, line[at] == Byte.space { at += 1 }
    let level = at
    while at < line.count, Byte.isUppercase(line[at]) { at += 1 }
    guard level > start + 8, (4...8).contains(at - level), line.starts(with: " -", at: at) else {
      return 0
    }
    at += 2
    while at < line.count, at - start < 32, line[at] == Byte.space { at += 1 }
    return at - start
  }
}
