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
  let marks: [[KeyPattern]]
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

  init(
    _ name: String, paths: [PathPattern] = [], marks: [[KeyPattern]] = [], sites: [Site] = [],
    jobs: Naming? = nil, steps: Naming? = nil, names: DollarNames = .capitals,
    parts: [KeyPattern] = []
  ) {
    self.name = name
    self.paths = paths
    self.marks = marks
    self.sites = sites
    self.jobs = jobs
    self.steps = steps
    self.names = names
    self.parts = parts
  }

  /// The first dialect whose marks a document bears.
  static func marked(_ root: YAMLNode) -> Dialect? { all.first { $0.isMarked(root) } }

  /// Whether a document bears the dialect's marks.
  func isMarked(_ root: YAMLNode) -> Bool {
    !marks.isEmpty && marks.allSatisfy { $0.contains { $0.exists(in: root) } }
  }
}
