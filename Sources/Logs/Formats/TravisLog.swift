internal import Findings

extension LogFormat {
  /// Logs of Travis: `travis_fold:start:<name>` and `travis_time:end:<id>:start=<ns>,finish=<ns>,…`,
  /// each before a carriage return. Source: travis-ci/travis-build.
  public static let travis = LogFormat(
    name: "travis",
    recognises: { sample in
      sample.hasLine(opening: TravisLog.opening) {
        $0.starts(with: "travis_fold:start:") || $0.starts(with: "travis_time:start:")
      }
    },
    event: TravisLog.event)
}

private enum TravisLog {
  static let opening = FirstBytes("t")

  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard line.count > 16, line[0] == UInt8(ascii: "t"), line.starts(with: "travis_") else {
      return nil
    }
    if line.starts(with: "travis_fold:start:") { return .enter(line.name(from: 18), nil) }
    if line.starts(with: "travis_fold:end:") { return .leave(line.name(from: 16), nil) }
    guard line.starts(with: "travis_time:end:") else { return nil }
    return finish(line).map { .time($0) }
  }

  /// The moment behind `finish=`, in nanoseconds since 1970.
  private static func finish(_ line: Span<UInt8>) -> Timestamp? {
    let mark = "finish="
    for at in 16..<max(16, min(line.count, 128)) where line.starts(with: mark, at: at) {
      var nanoseconds: Int64 = 0
      for index in at + mark.utf8.count..<min(line.count, at + mark.utf8.count + 19) {
        guard Byte.isDigit(line[index]) else { break }
        nanoseconds = nanoseconds &* 10 &+ Int64(line[index] - 0x30)
      }
      return nanoseconds > 0 ? Timestamp(seconds: nanoseconds / 1_000_000_000) : nil
    }
    return nil
  }
}
