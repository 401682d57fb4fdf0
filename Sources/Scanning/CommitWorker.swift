internal import Git

/// Compares the trees of commits, on one thread.
final class CommitWorker {
  private var reader: StoreReader
  /// What was compared, by the numbers of the parts, for those who keep it here.
  private(set) var compared: [Int: CommitWalk.Comparison] = [:]

  /// How many bytes of objects all threads together may keep, but for the least that one needs.
  private static let held = 48 << 20
  private static let leastHeld = 6 << 20

  /// A worker, one of so many.
  init(_ store: ObjectStore, jobs: Int) {
    reader = StoreReader(store, held: max(Self.held / jobs, Self.leastHeld))
  }

  /// Compares the commits of a part.
  func compare(_ part: Range<Int>, of commits: CommitWalk)
    -> Result<CommitWalk.Comparison, GitError>
  {
    Result { () throws(GitError) in try commits.compare(part, from: &reader) }
  }

  /// Compares the commits of a part and keeps what they changed; of one that fails nothing.
  func keep(_ part: Int, of commits: CommitWalk) {
    compared[part] = try? compare(commits.parts[part], of: commits).get()
  }

  /// What git wrote to its standard error since the last call, made safe to show.
  func takeComplaints() -> [String] { reader.takeComplaints() }
}
