internal import Aging
internal import Findings
internal import Git

/// Reads as much of a history as some values and paths need: for a few findings of a working tree a
/// tenth of the work that the whole history is.
struct HistoryTracing {
  /// What was read.
  struct Traced {
    /// All commits, and the changes of those that touch the values or the paths.
    let history: History
    /// The blobs that trees name and the repository lacks, in order.
    let missing: [ObjectID]
    /// In how many commits and branches each value stands; `nil` if there are too many to count.
    let holdings: [HistoryTrace.Holding]?
  }

  let histories: Histories
  let search: ObjectSearch

  /// How many steps of a chain of renames to files of other names are followed.
  private static let mostSteps = 16

  /// The state of a history that is neither shallow nor falsified, as far as that is seen without
  /// reading it; `nil` for any other, which has to be read as a whole.
  func soundState(_ repository: Repository, _ tips: Tips) -> HistoryState? {
    guard tips.isWhole, let state = try? repository.historyState(tips), !state.isShallow,
      state.problems.isEmpty
    else { return nil }
    return state
  }

  /// Traces values and paths.
  ///
  /// - Parameters:
  ///   - holders: for each value the blobs that hold it.
  ///   - paths: the files whose every version is wanted, with the files they were renamed from.
  ///   - head: the files of HEAD.
  /// - Returns: `nil` if something could not be read.
  func trace(
    _ commits: ReachedCommits, of root: Int, _ state: HistoryState, holders: [Set<ObjectID>],
    paths: Set<Path>, head: [TreeEntry]
  ) -> Traced? {
    guard let repository = histories.repository(of: root) else { return nil }
    let values = values(of: holders)
    let blobs = values.keys.sorted()
    var wanted = paths
    for _ in 0..<Self.mostSteps {
      let names = Set(wanted.map { Array($0.name) })
      do throws(GitError) {
        guard let read = try self.trace(commits, of: root, blobs, names) else { return nil }
        let trace = read.trace
        var history = History(head: try repository.headCommit(), isTruncated: state.isTruncated)
        let compared = search.compare(trace.touching, in: try histories.store(of: root))
        guard trace.show(compared, { history.add($0) }) else { return nil }
        for entry in head where !entry.mode.isSubmodule { history.addToHead(entry.path, entry.id) }
        let grown = history.lineages(of: wanted)
        if grown.allSatisfy({ names.contains(Array($0.name)) }) {
          let counts = trace.holdings(of: blobs.map { values[$0] ?? [] }, count: holders.count)
          return Traced(history: history, missing: read.missing, holdings: counts)
        }
        wanted = grown
      } catch {
        return nil
      }
    }
    return nil
  }

  /// The trace of a query; `nil` if a tree could not be read.
  private func trace(
    _ commits: ReachedCommits, of root: Int, _ blobs: [ObjectID], _ names: Set<[UInt8]>
  ) throws(GitError) -> (trace: HistoryTrace, missing: [ObjectID])? {
    let store = try histories.store(of: root)
    let query = TreeQuery(blobs: blobs, names: names)
    let trees = search.visit(.tree, of: root) { TreeVisitor(query, in: store) }
    guard !trees.isEmpty, !trees.contains(where: \.isBroken) else { return nil }
    let missing = trees.reduce(into: Set<ObjectID>()) { $0.formUnion($1.missing) }
    return (HistoryTrace(commits, in: store, consume trees, query), missing.sorted())
  }

  /// The values that stand in each blob, by their places in the list.
  private func values(of holders: [Set<ObjectID>]) -> [ObjectID: [Int]] {
    var values: [ObjectID: [Int]] = [:]
    for (value, blobs) in holders.enumerated() {
      for blob in blobs { values[blob, default: []].append(value) }
    }
    return values
  }

  /// In how many commits and branches each value stands; `nil` where that is not known for sure.
  ///
  /// - Parameters:
  ///   - holders: for each value the blobs that hold it.
  ///   - held: the same for the blobs of the history.
  func holdings(of holders: [Set<ObjectID>], _ held: HeldValues, root: Int)
    -> [HistoryTrace.Holding]?
  {
    guard let repository = histories.repository(of: root),
      let tips = try? histories.tips(of: root), soundState(repository, tips) != nil
    else { return nil }
    if let history = histories.history(of: root), let branches = histories.branches(of: root),
      let counts = history.holdings(of: held, branches: branches)
    {
      return counts
    }
    // Its trees may tell what the changes do not.
    guard let commits = histories.reachedCommits(of: root) else { return nil }
    let values = values(of: holders)
    let blobs = values.keys.sorted()
    guard let trace = try? trace(commits, of: root, blobs, [])?.trace else { return nil }
    let counts = trace.holdings(of: blobs.map { values[$0] ?? [] }, count: holders.count)
    if counts == nil { histories.tellUncounted(root: root) }
    return counts
  }
}
