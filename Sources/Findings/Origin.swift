/// Where the bytes of a document came from.
public struct Origin: Sendable, Hashable {
  /// What kind of store held the bytes.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// A file of a working tree or any other file.
    case file
    /// An entry of a git index.
    case index
    /// A blob of a git history.
    case history
    /// Standard input.
    case standardInput = "standard-input"
  }

  /// What kind of store held the bytes.
  public let source: Source
  /// The index in ``Report/roots`` of the root that the path is relative to.
  public let root: Int
  /// The path of the file, relative to its root.
  public let path: Path
  /// The member's path inside the archive at `path`; outermost archive first, joined by the
  /// names of nested archives. Empty for a file that is no archive.
  public let members: [Path]
  /// The git blob that holds the bytes, if one does.
  public let blob: ObjectID?
  /// Whether it is known that HEAD's tree holds another version at the path, or none. What a past
  /// version did matters less than what it holds.
  public let isPast: Bool

  /// An origin.
  public init(
    source: Source, root: Int = 0, path: Path, members: [Path] = [], blob: ObjectID? = nil,
    isPast: Bool = false
  ) {
    self.source = source
    self.root = root
    self.path = path
    self.members = members
    self.blob = blob
    self.isPast = isPast
  }

  /// The path relative to the root, archive members appended: stable, and a legal relative path.
  public var fullPath: Path { members.reduce(path) { $0.appending($1) } }
}
