public import Findings

/// Answers "since when" for values whose blobs are known.
public struct Ages: Sendable {
  private let history: History
  private let now: Timestamp
  private let moments: [Timestamp]
  private let isReached: [Bool]

  /// Ages in a history at a moment. O(commits).
  public init(_ history: History, asOf now: Timestamp) {
    self.history = history
    self.now = now
    moments = history.commits.map { PlausibleDate($0, asOf: now).moment }
    isReached = history.reachedFromHead
  }

  /// The ages of values, given the blobs that hold each of them.
  ///
  /// The exposure of a value begins with the earliest of the commits that brought it, over all refs
  /// and on any path: their tree holds the value in a file that did not hold it before. Neither
  /// edits elsewhere in the file nor renames make it younger, or, after a rebase onto the commit
  /// that brought it, older.
  ///
  /// It is removed by the last commit, of HEAD's ancestors if there is one, that took it out of a
  /// file; a merge that drops it counts.
  ///
  /// - Parameter held: the values that stand in each blob of this history.
  /// - Complexity: O(changes + blobs that hold a value, once for each value).
  public func ages(of held: HeldValues) -> [Age] {
    var traces = [ValueTrace](repeating: ValueTrace(), count: held.count)
    var touched: [Int] = []
    var commit = -1
    for change in history.changes {
      if change.commit != commit {
        settle(&touched, &traces, commit)
        commit = change.commit
      }
      if let new = change.new {
        for place in held.places(of: new) {
          let value = held.value(at: place)
          if traces[value].stands(after: commit, at: change.path) { touched.append(value) }
        }
      }
      if let old = change.old {
        for place in held.places(of: old) {
          let value = held.value(at: place)
          if traces[value].stood(before: commit) { touched.append(value) }
        }
      }
    }
    settle(&touched, &traces, commit)
    for blob in history.head.values {
      for place in held.places(of: blob) { traces[held.value(at: place)].isAtHead = true }
    }
    return zip(traces, held.isHeld).map { age($0, isHeld: $1) }
  }

  private func settle(_ touched: inout [Int], _ traces: inout [ValueTrace], _ commit: Int) {
    for value in touched { traces[value].settle(commit, moments, isReached) }
    touched.removeAll(keepingCapacity: true)
  }

  private func age(_ trace: ValueTrace, isHeld: Bool) -> Age {
    // Where the commit that brought the value could not be read, the first one that is known to
    // hold it bounds the age.
    let isKnown = trace.introduced != nil
    guard let first = trace.introduced ?? trace.first ?? (trace.isAtHead ? history.headCommit : nil)
    else {
      return Age(
        since: nil, basis: isHeld ? .unreachable : .uncommitted, isAtHead: trace.isAtHead)
    }
    let stamp = history.commits[first]
    let date = PlausibleDate(stamp, asOf: now)
    var age = Age(
      since: date.moment, basis: date.basis, introduced: isKnown ? stamp : nil,
      removed: trace.isAtHead ? nil : trace.removed.map { history.commits[$0] },
      isAtHead: trace.isAtHead, files: trace.paths.count,
      isLowerBound: history.isTruncated || !isKnown, isSuspect: date.isSuspect)
    age.touched = trace.last.map { history.commits[$0] }
    return age
  }
}
