internal import Findings

extension LogFormat {
  /// Traces of GitLab's runner, with or without timestamps:
  /// `2024-05-01T10:00:00.123456Z 01O message`, `…Z 01O+rest of the message`.
  ///
  /// Source: gitlab-runner, `timestamper.go`; the sections are those of its shell writers.
  public static let gitlab = LogFormat(
    name: "gitlab",
    recognises: { sample in
      sample.hasLine(among: 4, opening: .digits) { GitLabLog.frame($0).length > 0 }
        || sample.hasLine(opening: GitLabLog.opening, GitLabLog.isUnmistakable)
    },
    frame: GitLabLog.frame,
    event: GitLabLog.event)

  /// Traces of GitLab's runner with stream headers but no timestamps: `01O message`.
  public static let gitlabStreams = LogFormat(
    name: "gitlab-streams",
    recognises: { sample in
      guard sample.writtenLines >= 2 else { return false }
      // Four bytes are little evidence: the whole beginning must look like this.
      let needed = min(8, sample.writtenLines)
      // Most files are told from their first line.
      if needed == 8, !sample.hasLine(among: 1, { GitLabLog.header($0).length > 0 }) {
        return false
      }
      return sample.count(among: 8) { GitLabLog.header($0).length > 0 } >= needed
    },
    frame: { GitLabLog.header($0) },
    event: GitLabLog.event)
}

private enum GitLabLog {
  static let opening = FirstBytes("\u{1B}s")

  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard let stamp = ISOStamp(line), stamp.fraction == 6, stamp.isUTC,
      stamp.length < line.count, line[stamp.length] == Byte.space
    else { return LogFrame() }
    var frame = header(line, at: stamp.length + 1)
    if frame.length > 0 { frame.time = 0 }
    return frame
  }

  /// Two hexadecimal digits, `O` or `E`, and a space or a `+`.
  static func header(_ line: Span<UInt8>, at start: Int = 0) -> LogFrame {
    guard line.count >= start + 3, isHex(line[start]), isHex(line[start + 1]),
      line[start + 2] == UInt8(ascii: "O") || line[start + 2] == UInt8(ascii: "E")
    else { return LogFrame() }
    let stream =
      UInt32(line[start]) << 16 | UInt32(line[start + 1]) << 8 | UInt32(line[start + 2])
    // Editors cut the space at the end of an empty record.
    guard line.count > start + 3 else { return LogFrame(length: start + 3, stream: stream) }
    switch line[start + 3] {
    case Byte.space: return LogFrame(length: start + 4, stream: stream)
    case UInt8(ascii: "+"): return LogFrame(length: start + 4, stream: stream, continues: true)
    default: return LogFrame()
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || (0x61...0x66).contains(byte)
  }

  /// A line that only a runner writes: real control characters, not their names in a document.
  static func isUnmistakable(_ line: Span<UInt8>) -> Bool {
    guard !line.isEmpty else { return false }
    switch line[0] {
    case Byte.escape: return line.starts(with: "\u{1B}[0KRunning with gitlab-runner")
    case UInt8(ascii: "s"):
      guard event(line) != nil else { return false }
      for index in 0..<line.count where line[index] == Byte.carriageReturn { return true }
      return false
    default: return false
    }
  }

  /// `section_start:<unix time>:<name>[options]` and `section_end:<unix time>:<name>`.
  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard !line.isEmpty, line[0] == UInt8(ascii: "s") else { return nil }
    let isStart = line.starts(with: "section_start:")
    guard isStart || line.starts(with: "section_end:") else { return nil }
    var at = isStart ? 14 : 12
    let digits = at
    var seconds: Int64 = 0
    while at < line.count, Byte.isDigit(line[at]), at - digits < 12 {
      seconds = seconds * 10 + Int64(line[at] - 0x30)
      at += 1
    }
    guard at - digits >= 9, at < line.count, line[at] == UInt8(ascii: ":") else { return nil }
    let start = at + 1
    at = start
    while at < line.count, at - start < 256, isNamePart(line[at]) { at += 1 }
    guard at > start else { return nil }
    let name = line.extracting(start..<at).name(from: 0)
    let time = Timestamp(seconds: seconds)
    return isStart ? .enter(name, time) : .leave(name, time)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    Byte.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
