public import Findings

extension LogFormat {
  /// Every format, the more specific before the more general.
  public static let all: [LogFormat] = [
    // Framed like GitHub's logs, with marks of their own.
    azure,
    gitea,
    github,
    gitlab,
    // Before what looks for any stamp.
    container,
    gitlabStreams,
    jenkins,
    buildkite,
    travis,
    bitbucket,
    teamCity,
    taskcluster,
    circleCI,
    drone,
    woodpecker,
    docker,
    prefixed,
    stamped,
    plain,
  ]

  /// The format of a document, by its content first and its name second; `nil` if it is no log.
  ///
  /// Reads the first 4 KiB, and looks for colour codes in the rest. A document wrongly taken for a
  /// log costs time but loses nothing: whatever a reader of the text would see stays in the text.
  ///
  /// - Parameter path: the document's path; of an archive member, the member's path.
  public static func recognise(_ bytes: [UInt8], path: Path) -> LogFormat? {
    let sample = LogSample(bytes: bytes, path: path)
    return tests.firstIndex { $0(sample) }.map { all[$0] }
  }

  /// What recognises each format, without all else that a format is: every file is asked.
  private static let tests = all.map(\.recognises)
}
