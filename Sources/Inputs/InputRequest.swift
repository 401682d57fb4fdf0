public import Findings

/// What the user asked to scan.
public struct InputRequest: Sendable {
  /// Which state of a repository is read.
  public enum Mode: Sendable, Hashable {
    /// The working tree; of a folder outside a repository, everything.
    case tree
    /// The entries of the index that differ from HEAD.
    case staged
    /// What the commits of a range add.
    case range(String)
    /// Every blob of the history.
    case history

    /// The name, as reports spell it.
    public var name: String {
      switch self {
      case .tree: "tree"
      case .staged: "staged"
      case .range: "range"
      case .history: "history"
      }
    }
  }

  /// The paths as the user typed them; `-` is standard input.
  public var paths: [Path]
  /// Which state of repositories among them is read.
  public var mode: Mode
  /// Whether files that git ignores are read, too.
  public var includesIgnored = false
  /// Whether the hash of each object of a history is held against its name.
  public var verifiesObjects = false
  /// Whether the paths are a list of files, such as `--files-from` gives: each is read as it is, and
  /// one that is gone is skipped with a note.
  public var isFileList = false
  /// `GIT_INDEX_FILE`, honoured where it lies inside the git directory.
  public var indexFile: Path?
  /// The limits in force.
  public var limits = InputLimits()

  /// A request.
  public init(paths: [Path], mode: Mode) {
    self.paths = paths
    self.mode = mode
  }
}
