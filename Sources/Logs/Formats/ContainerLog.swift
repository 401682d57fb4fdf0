extension LogFormat {
  /// Container logs as Kubernetes keeps them:
  /// `2016-10-06T00:17:09.669794202Z stdout F message`; a record with `P` goes on in the next one of
  /// its stream. Source: Kubernetes' container runtime interface.
  public static let container = LogFormat(
    name: "container",
    recognises: { sample in
      sample.hasLine(among: 4, opening: .digits) { ContainerLog.frame($0).length > 0 }
    },
    frame: ContainerLog.frame)

  /// What `kubectl logs --prefix`, `tkn pipelinerun logs` and `argo logs` print: `[pod/x/step-y] `,
  /// `[task : step] ` and `pod-1234567890: ` before each message.
  public static let prefixed = LogFormat(
    name: "prefixed",
    recognises: { $0.most(3, of: 4, least: 3) { PrefixedLog.frame($0).length > 0 } },
    frame: PrefixedLog.frame)
}

private enum ContainerLog {
  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard let stamp = ISOStamp(line), stamp.fraction >= 6 else { return LogFrame() }
    var at = stamp.length
    // A runtime may write the local time.
    if !stamp.isUTC { at += 6 }
    guard line.starts(with: " std", at: at), at + 9 < line.count else { return LogFrame() }
    let isError = line[at + 4] == UInt8(ascii: "e")
    at += 4 + 3
    guard line.starts(with: isError ? "err" : "out", at: at - 3), line[at] == Byte.space else {
      return LogFrame()
    }
    let tag = line[at + 1]
    guard tag == UInt8(ascii: "P") || tag == UInt8(ascii: "F") else { return LogFrame() }
    // Further tags may follow a colon.
    var end = at + 2
    while end < line.count, end < at + 32, line[end] != Byte.space { end += 1 }
    return LogFrame(
      length: min(end + 1, line.count), time: 0, stream: isError ? 2 : 1,
      isPartial: tag == UInt8(ascii: "P"))
  }
}

private enum PrefixedLog {
  private static let longest = 160

  @Sendable static func frame(_ line: Span<UInt8>) -> LogFrame {
    guard line.count > 4 else { return LogFrame() }
    return line[0] == UInt8(ascii: "[") ? bracketed(line) : pod(line)
  }

  /// `[pod/name/container] ` or `[task : step] `.
  private static func bracketed(_ line: Span<UInt8>) -> LogFrame {
    let isPod = line.starts(with: "[pod/")
    guard isPod || Byte.isLetter(line[1]) else { return LogFrame() }
    var step: Int?
    var at = 1
    while at < min(line.count, longest) {
      switch line[at] {
      case UInt8(ascii: "]"):
        guard let step, step < at, at + 1 == line.count || line[at + 1] == Byte.space else {
          return LogFrame()
        }
        return LogFrame(length: min(at + 2, line.count), step: step..<at)
      case UInt8(ascii: "/") where isPod:
        step = at + 1
      case Byte.space where !isPod && step == nil && line.starts(with: " : ", at: at):
        step = at + 3
        at += 2
      case let byte where isNamePart(byte):
        break
      default:
        return LogFrame()
      }
      at += 1
    }
    return LogFrame()
  }

  /// `name-1234567890: `.
  private static func pod(_ line: Span<UInt8>) -> LogFrame {
    var digits = 0
    var at = 0
    while at < min(line.count, longest), isNamePart(line[at]) {
      digits = Byte.isDigit(line[at]) ? digits + 1 : 0
      at += 1
    }
    guard digits >= 5, at > digits + 1, line[at - digits - 1] == UInt8(ascii: "-"),
      line.starts(with: ": ", at: at)
    else { return LogFrame() }
    return LogFrame(length: at + 2, step: 0..<at)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    Byte.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
