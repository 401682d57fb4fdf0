/// A place that the user asked to scan: a repository, a directory, or the folder of a file.
public struct Root: Sendable, Hashable {
  /// What stands before a path of this root when it is shown to a person: empty, or ending in `/`.
  public let prefix: Path
  /// Whether the root is the top of a git working tree or a git directory.
  public let isRepository: Bool

  /// A root.
  public init(prefix: Path, isRepository: Bool) {
    self.prefix = prefix
    self.isRepository = isRepository
  }
}
