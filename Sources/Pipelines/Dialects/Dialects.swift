extension Dialect {
  /// The dialects that are known; where two would take a file, the first gets it.
  public static let all: [Dialect] = [
    .gitHubWorkflow,
    .gitHubAction,
    .gitLabCI,
    .dockerCompose,
  ]
}
