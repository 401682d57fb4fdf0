extension LogFormat {
  /// Job and task logs of Azure Pipelines, framed like GitHub's.
  ///
  /// Source: azure-pipelines-agent, of which GitHub's runner is a fork.
  public static let azure = LogFormat(
    name: "azure",
    recognises: { sample in
      sample.hasLine(opening: AzureLog.opening) { line in
        let text = line.extracting(GitHubLog.frame(line).length..<line.count)
        return text.starts(with: AzureLog.starting) || text.starts(with: "##vso[")
      }
    },
    frame: GitHubLog.frame,
    event: AzureLog.event)
}

private enum AzureLog {
  static let opening = FirstBytes("#", digits: true)
  static let starting = "##[section]Starting: "
  static let finishing = "##[section]Finishing: "

  @Sendable static func event(_ line: Span<UInt8>) -> LogEvent? {
    guard line.count > finishing.utf8.count, line[0] == UInt8(ascii: "#") else { return nil }
    if line.starts(with: starting) { return .enter(line.name(from: starting.utf8.count), nil) }
    if line.starts(with: finishing) { return .leave(line.name(from: finishing.utf8.count), nil) }
    return nil
  }
}
