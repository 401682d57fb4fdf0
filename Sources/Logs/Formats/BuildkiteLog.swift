internal import Findings

extension LogFormat {
  /// Logs of Buildkite's agent: `ESC _bk;t=<milliseconds since 1970> BEL message`, groups that
  /// begin with `---`, `+++` or `~~~`.
  ///
  /// A line with `dt=`, the time since the line before, counts as written at the last absolute time.
  /// Source: buildkite/agent; buildkite/terminal-to-html.
  public static let buildkite = LogFormat(
    name: "buildkite",
    recognises: { sample in
      sample.hasLine(among: 8, opening: BuildkiteLog.opening) { BuildkiteLog.frame($0).length > 0 }
    },
    frame: BuildkiteLog.frame,
    event: BuildkiteLog.event,
    clock: BuildkiteLog.clock)
}

private enum BuildkiteLog {
  static let opening = FirstBytes("\u{1B}")
  private static let header = "\u{1B}_bk;"

  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard line.count > 5, line[0] == Byte.escape, line.starts(with: header),
      case .whole(let length, _) = EscapeSequence.read(line)
    else { return LogFrame() }
    return LogFrame(length: length, time: line.starts(with: "t=", at: 5) ? 7 : nil)
  }

  @Sendable static func clock(_ digits: ArraySlice<UInt8>) -> Timestamp? {
    var milliseconds: Int64 = 0
    for byte in digits.prefix(15) {
      guard Byte.isDigit(byte) else { break }
      milliseconds = milliseconds * 10 + Int64(byte - 0x30)
    }
    return milliseconds > 0 ? Timestamp(seconds: milliseconds / 1_000) : nil
  }

  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard line.count > 4, line[3] == Byte.space, line[0] == line[1], line[1] == line[2],
      [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "~")].contains(line[0]),
      // The headers of a diff are no groups.
      !(line.starts(with: "a/", at: 4) || line.starts(with: "b/", at: 4)
        || line.starts(with: "/dev/null", at: 4))
    else { return nil }
    return .step(line.name(from: 4))
  }
}
