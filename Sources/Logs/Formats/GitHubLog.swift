extension LogFormat {
  /// Job and step logs of GitHub Actions: `2024-05-01T10:00:00.1234567Z message`.
  ///
  /// A message of several lines has one timestamp, before its first line. Source: actions/runner,
  /// `Logging.cs`, `ScriptHandler.cs`.
  public static let github = LogFormat(
    name: "github",
    recognises: { sample in
      sample.hasLine(among: 4, opening: .digits) { GitHubLog.frame($0).length > 0 }
    },
    frame: GitHubLog.frame,
    event: GitHubLog.event,
    printsStepBlocks: true)
}

/// Frames and steps of GitHub's runner, and of those that descend from it.
enum GitHubLog {
  /// The runner prints seven digits of the second and `Z`, always.
  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard let stamp = ISOStamp(line), stamp.fraction == 7, stamp.isUTC else { return LogFrame() }
    guard stamp.length < line.count else { return LogFrame(length: stamp.length, time: 0) }
    // Without the space it is someone's data, such as the first column of a table.
    switch line[stamp.length] {
    case Byte.space: return LogFrame(length: stamp.length + 1, time: 0)
    case Byte.carriageReturn: return LogFrame(length: stamp.length, time: 0)
    default: return LogFrame()
    }
  }

  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard !line.isEmpty else { return nil }
    switch line[0] {
    case UInt8(ascii: "#"):
      let header = "##[group]Run "
      return line.starts(with: header) ? .step(line.name(from: header.utf8.count)) : nil
    case UInt8(ascii: "P"):
      return line.equals("Post job cleanup.") ? .step("Post job cleanup.") : nil
    case UInt8(ascii: "C"):
      if line.starts(with: "Complete job name: ") { return .job(line.name(from: 19)) }
      // The names are those of the step files of the same lines.
      if line.starts(with: "Current runner version: ") { return .step("Set up job") }
      return line.equals("Cleaning up orphan processes") ? .step("Complete job") : nil
    default:
      return nil
    }
  }
}
