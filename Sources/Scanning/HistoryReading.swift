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

  /// Reads the commits themselves.
  ///
  /// - Parameters:
  ///   - reached: the commits, if they were read already.
  ///   - history: without commits.
  init(
    _ repository: Repository, _ store: ObjectStore, _ reached: ReachedCommits?,
    into history: History
  ) throws(GitError) {
    self.store = store
    self.history = history
    if let reached {
      commits = CommitWalk(reached, of: repository)
      walk = HistoryWalk(repository)
    } else {
      (commits, walk) = try repository.commitWalk(of: store)
    }
  }

  /// Reads what the commits changed.
  ///
  /// - Throws: what keeps git from answering.
  func read(on pool: WorkerPool) throws(GitError) -> (walk: HistoryWalk, history: History) {
    pool.run(
      produce: { submit in for part in commits.parts.indices { submit(part) } },
      makeWorker: { [store, jobs = pool.jobs] in CommitWorker(store, jobs: jobs) },
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
