internal import YAML

/// A language of pipeline files, described as data: how its files are known, where its jobs and
/// steps are, and which of its values are more than a name's value.
///
/// The values of all mapping entries are read in any dialect; a description adds words and
/// languages, and cannot lose a value. Each dialect stands in a file of its own and in one line of
/// ``all``.
public struct Dialect: Sendable {
  /// The name for people.
  public let name: String
  /// Files that the dialect takes by their paths alone.
  let paths: [PathPattern]
  /// What marks a file under any other name: of each group at least one key path must be there.
  /// Without groups the path decides.
  var marks: [[KeyPattern]] { lazyMarks.value }
  /// What is needed only of the dialect that a file has. Read it once: see ``Lazy``.
  var details: Details { lazyDetails.value }

  private let lazyMarks: Lazy<[[KeyPattern]]>
  private let lazyDetails: Lazy<Details>

  /// How the values of a file are read.
  struct Details: Sendable {
    /// Values that are to be read in a way of their own. The first that matches decides.
    let sites: [Site]
    /// Where the jobs are.
    let jobs: Naming?
    /// Where the steps are.
    let steps: Naming?
    /// Which `$name` are lookups in the values.
    let names: DollarNames
    /// Parts that are documents of their own, each of its own dialect.
    let parts: [KeyPattern]
    /// The language of scripts of which the file says nothing; `nil` is for what it looks like.
    let usual: ScriptLanguage?
    /// What runs scripts on Windows.
    let windows: ScriptLanguage
    /// Whether there are scripts at all.
    let hasScripts: Bool
  }

  init(
    _ name: String, paths: [PathPattern] = [],
    marks: @autoclosure @escaping @Sendable () -> [[KeyPattern]] = [],
    sites: @autoclosure @escaping @Sendable () -> [Site] = [],
    jobs: @autoclosure @escaping @Sendable () -> Naming? = nil,
    steps: @autoclosure @escaping @Sendable () -> Naming? = nil, names: DollarNames = .capitals,
    parts: @autoclosure @escaping @Sendable () -> [KeyPattern] = [],
    usual: ScriptLanguage? = nil, windows: ScriptLanguage = .powerShell
  ) {
    self.name = name
    self.paths = paths
    lazyMarks = Lazy(marks)
    lazyDetails = Lazy {
      let sites = sites()
      return Details(
        sites: sites, jobs: jobs(), steps: steps(), names: names, parts: parts(), usual: usual,
        windows: windows, hasScripts: sites.contains { $0.reading == .shell })
    }
  }

  /// The first dialect whose marks a document bears.
  static func marked(_ root: YAMLNode) -> Dialect? { all.first { $0.isMarked(root) } }

  /// Whether a document bears the dialect's marks.
  func isMarked(_ root: YAMLNode) -> Bool {
    let marks = marks
    return !marks.isEmpty && marks.allSatisfy { $0.contains { $0.exists(in: root) } }
  }
}
