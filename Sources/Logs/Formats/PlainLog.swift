internal import Findings

extension LogFormat {
  /// Any other log, by its name or its colours: timestamps are read where a line begins with one,
  /// and left in the text.
  public static let plain = LogFormat(
    name: "plain",
    recognises: { PlainLog.hasName($0.path) || PlainLog.hasContent($0) },
    frame: PlainLog.frame)

  /// Whether a path alone makes a log of a document.
  static func isName(ofLog path: Path) -> Bool { PlainLog.hasName(path) }
}

private enum PlainLog {
  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard line.count >= 19 else { return LogFrame() }
    let start = line[0] == UInt8(ascii: "[") ? 1 : 0
    guard Byte.isDigit(line[start]), ISOStamp(line, at: start) != nil else { return LogFrame() }
    return LogFrame(time: start)
  }

  /// `build.log`, `build.log.1`, `consoleText`, and the names of CI archives: `1_Set up job.txt`.
  static func hasName(_ path: Path) -> Bool {
    var name = path.name
    if name.elementsEqual("consoleText".utf8) { return true }
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot + 1 < name.endIndex,
      name[(dot + 1)...].allSatisfy(Byte.isDigit)
    {
      name = name[..<dot]
    }
    if name.suffix(4).elementsEqual(".log".utf8) { return true }
    return LogArchiveMember.parse(path) != .other
  }

  /// Colour codes anywhere.
  static func hasContent(_ sample: LogSample) -> Bool {
    sample.firstEscape < sample.bytes.count && !sample.hasNUL
      && hasColours(sample.bytes, from: sample.firstEscape)
  }

  /// Whether `ESC [ … m` or `ESC [ … K` stands in the bytes.
  ///
  /// - Parameter first: where the first escape character stands.
  private static func hasColours(_ bytes: [UInt8], from first: Int) -> Bool {
    let span = bytes.span
    var at = first
    // What begins with other escapes, or damaged ones, is not worth a longer look.
    for _ in 0..<16 {
      guard at < bytes.count else { return false }
      if case .whole(let length, _) = EscapeSequence.read(span.extracting(at..<bytes.count)),
        bytes[at + 1] == UInt8(ascii: "["),
        [UInt8(ascii: "m"), UInt8(ascii: "K")].contains(bytes[at + length - 1])
      {
        return true
      }
      at = bytes.offset(of: Byte.escape, in: at + 1..<bytes.count)
    }
    return false
  }
}
