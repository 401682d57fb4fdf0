internal import Aging
internal import Git

/// Reads the commits of a repository into a history, on all threads: each compares the trees of some
/// commits, and whoever has the next ones adds them.
///
/// `@unchecked Sendable`: while threads work, the variables are used between `lock` and `unlock` of
/// `monitor`.
final class HistoryReading: @unchecked Sendable {
  private let store: ObjectStore
  private let commits: CommitWalk
  private var walk: HistoryWalk
  private var history: History

  private let monitor = Monitor()
  private var next = 0
  /// What was compared before its turn came.
  private var waiting: [Int: CommitWalk.Comparison] = [:]
  private var failure: GitError?

  /// How many bytes of objects all threads together may keep, but for the least that one needs.
  private static let held = 48 << 20
  private static let leastHeld = 6 << 20

  /// Reads the commits themselves.
  ///
  /// - Parameter history: without commits.
  init(_ repository: Repository, _ store: ObjectStore, into history: History) throws(GitError) {
    self.store = store
    self.history = history
    (commits, walk) = try repository.commitWalk(of: store)
  }

  /// Reads what the commits changed.
  ///
  /// - Throws: what keeps git from answering.
  func read(on pool: WorkerPool) throws(GitError) -> (walk: HistoryWalk, history: History) {
    let held = max(Self.held / pool.jobs, Self.leastHeld)
    pool.run(
      produce: { submit in for part in commits.parts.indices { submit(part) } },
      makeWorker: { [store] in CommitWorker(store, held: held) },
      work: { [self] worker, part in add(worker.compare(commits.parts[part], of: commits), part) },
      finish: { walk.add(complaints: $0.takeComplaints()) })
    if let failure { throw failure }
    walk.finish()
    return (walk, history)
  }

  private func add(_ compared: Result<CommitWalk.Comparison, GitError>, _ part: Int) {
    monitor.lock()
    defer { monitor.unlock() }
    switch compared {
    case .success(let comparison): waiting[part] = comparison
    case .failure(let error): if failure == nil { failure = error }
    }
    while let comparison = waiting.removeValue(forKey: next) {
      _ = walk.show(commits.parts[next], comparison, of: commits) { commit in
        history.add(commit)
        return true
      }
      next += 1
    }
  }
}

/// Compares trees, on one thread.
private final class CommitWorker {
  private var reader: StoreReader

  init(_ store: ObjectStore, held: Int) { reader = StoreReader(store, held: held) }

  func compare(_ part: Range<Int>, of commits: CommitWalk)
    -> Result<CommitWalk.Comparison, GitError>
  {
    Result { () throws(GitError) in try commits.compare(part, from: &reader) }
  }

  func takeComplaints() -> [String] { reader.takeComplaints() }
}
