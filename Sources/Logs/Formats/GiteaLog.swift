extension LogFormat {
  /// Job logs of Gitea's and Forgejo's runners, framed like GitHub's; steps begin with a star.
  public static let gitea = LogFormat(
    name: "gitea",
    recognises: { sample in
      sample.hasLine(among: 8, opening: .digits) { line in
        let frame = GitHubLog.frame(line).length
        guard frame > 0 else { return false }
        let text = line.extracting(frame..<line.count)
        return text.contains("(version:v") && text.contains("received task ")
      }
        || sample.hasLine(opening: GiteaLog.opening) {
          GiteaLog.event($0.extracting(GitHubLog.frame($0).length..<$0.count)) != nil
        }
    },
    frame: GitHubLog.frame,
    event: GiteaLog.event)
}

private enum GiteaLog {
  static let opening = FirstBytes("\u{2B50}", digits: true)
  private static let header = "\u{2B50} Run "

  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard !line.isEmpty, line[0] == 0xE2, line.starts(with: header) else { return nil }
    return .step(line.name(from: header.utf8.count))
  }
}
