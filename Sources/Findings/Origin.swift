/// Where the bytes of a document came from.
///
/// What it says is held once: a copy is one word, however many findings stand in the document.
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

  private let facts: Facts

  private final class Facts: Sendable {
    let source: Source
    let root: Int
    let path: Path
    let members: [Path]
    let blob: ObjectID?
    let isPast: Bool
    let fullPath: Path

    init(
      source: Source, root: Int, path: Path, members: [Path], blob: ObjectID?, isPast: Bool
    ) {
      self.source = source
      self.root = root
      self.path = path
      self.members = members
      self.blob = blob
      self.isPast = isPast
      fullPath = members.reduce(path) { $0.appending($1) }
    }
  }

  /// What kind of store held the bytes.
  public var source: Source { facts.source }
  /// The index in ``Report/roots`` of the root that the path is relative to.
  public var root: Int { facts.root }
  /// The path of the file, relative to its root.
  public var path: Path { facts.path }
  /// The member's path inside the archive at `path`; outermost archive first, joined by the
  /// names of nested archives. Empty for a file that is no archive.
  public var members: [Path] { facts.members }
  /// The git blob that holds the bytes, if one does.
  public var blob: ObjectID? { facts.blob }
  /// Whether it is known that HEAD's tree holds another version at the path, or none. What a past
  /// version did matters less than what it holds.
  public var isPast: Bool { facts.isPast }
  /// The path relative to the root, archive members appended: stable, and a legal relative path.
  public var fullPath: Path { facts.fullPath }

  /// An origin.
  public init(
    source: Source, root: Int = 0, path: Path, members: [Path] = [], blob: ObjectID? = nil,
    isPast: Bool = false
  ) {
    facts = Facts(
      source: source, root: root, path: path, members: members, blob: blob, isPast: isPast)
  }

  /// Whether two documents came from the same place. At once, where they are one.
  public static func == (left: Origin, right: Origin) -> Bool {
    left.facts === right.facts
      || left.source == right.source && left.root == right.root && left.path == right.path
        && left.members == right.members && left.blob == right.blob && left.isPast == right.isPast
  }

  /// Hashes what names the document.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(root)
    hasher.combine(path)
    hasher.combine(members)
    hasher.combine(blob)
  }
}
