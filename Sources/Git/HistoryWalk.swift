public import Findings

/// What a walk through commits has to say besides the commits.
public struct HistoryWalk: Sendable {
  /// How many commits were shown.
  public private(set) var count = 0
  /// The commits whose parents are not in the repository: the history may be older than it looks.
  public private(set) var boundary: [ObjectID] = []
  /// What could not be read.
  public internal(set) var problems: [RepositoryProblem] = []
  private let shallow: Set<ObjectID>
  private let mostFailures: Int
  private var failures: [ObjectID] = []

  /// What there is to say before a walk has begun.
  public init(_ repository: Repository) {
    shallow = Set(ShallowFile(of: repository).commits)
    mostFailures = repository.mostFailures
  }

  /// Shows the commits of a part, oldest first.
  ///
  /// - Parameters:
  ///   - part: one of ``CommitWalk/parts``; they are shown in their order.
  ///   - visit: gets each commit; returns `false` to stop.
  /// - Returns: whether the walk goes on.
  public mutating func show(
    _ part: Range<Int>, _ comparison: CommitWalk.Comparison, of commits: CommitWalk,
    _ visit: (CommitRecord) -> Bool
  ) -> Bool {
    commits.show(part, comparison) { record, isCut in
      if record.lacksParent {
        boundary.append(record.id)
        if !shallow.contains(record.id) {
          let lacking = record.parents.filter { commits.graph.place(of: $0) == nil }
          problems += lacking.map { .unreadable($0) }
        }
      }
      if isCut { failures.append(record.id) }
      count += 1
      return visit(record)
    }
  }

  /// Adds what is known at the end.
  public mutating func finish() {
    problems += failures.prefix(mostFailures).map { .unreadChanges($0) }
    if failures.count > mostFailures {
      problems.append(.abandonedChanges(failures.count - mostFailures))
    }
    failures = []
  }

  /// Adds what git wrote to its standard error.
  public mutating func add(complaints: [String]) {
    problems += complaints.map { .complaint($0) }
  }
}
