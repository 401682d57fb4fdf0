internal import Findings
public import Git

extension History {
  /// Counts the commits and branches that hold values, from the changes alone: what stands after a commit
  /// is what stood after its first parent, but for what it took over from another one and for what it
  /// changed itself. Only the paths at which a value ever stood take part.
  ///
  /// - Parameters:
  ///   - held: the values that stand in each blob of this history.
  ///   - branches: for each branch the commits that it ends in: places in ``commits``.
  /// - Returns: `nil` if parents are missing, changes contradict each other, as in trees that name a file
  ///   twice, or so many values come and go that counting them takes too much memory.
  /// - Complexity: O(changes), and O(log paths) for each that brings or removes a value.
  public func holdings(
    of held: HeldValues, branches: [[Int]]
  ) -> [HistoryTrace.Holding]? {
    guard tellsStates else { return nil }
    let places = HolderPlaces(self, of: held)
    var states = PlaceStates(places: places.count)
    var sets = [Int](repeating: 0, count: blobs.count)
    for blob in sets.indices {
      let values = held.places(of: blob).map { held.value(at: $0) }
      if !values.isEmpty { sets[blob] = states.set(ofValues: values) }
    }
    guard let after = statesAfterCommits(places, sets, &states) else { return nil }

    var commitsOfState: [PlaceStates.State: Int] = [:]
    for state in after { commitsOfState[state, default: 0] += 1 }
    var commitsOfSet: [Int: Int] = [:]
    for (state, number) in commitsOfState {
      commitsOfSet[states.set(of: CollectionOfOne(state)), default: 0] += number
      if states.isFull { return nil }
    }
    var holdings = [HistoryTrace.Holding](
      repeating: HistoryTrace.Holding(), count: held.count)
    for (set, number) in commitsOfSet {
      for value in states.values(of: set) { holdings[Int(value)].commits += number }
    }
    for tips in branches {
      let set = states.set(of: tips.map { after[$0] })
      for value in states.values(of: set) { holdings[Int(value)].branches += 1 }
      if states.isFull { return nil }
    }
    return holdings
  }

  /// What stands after each commit; `nil` if that cannot be told.
  private func statesAfterCommits(
    _ places: HolderPlaces, _ sets: [Int], _ states: inout PlaceStates
  ) -> [PlaceStates.State]? {
    var after: [PlaceStates.State] = []
    after.reserveCapacity(commits.count)
    var nextTaken = 0
    var next = 0
    var changed: [PlaceStates.Change] = []
    for commit in commits.indices {
      let before = parents(of: commit)
      var state = before.first.map { after[Int($0)] } ?? 0
      while nextTaken < taken.count, Int(taken[nextTaken].commit) == commit {
        let (path, parent) = (Int(taken[nextTaken].path), Int(taken[nextTaken].parent))
        nextTaken += 1
        let other = after[Int(before[before.startIndex + parent])]
        guard other != state else { continue }
        state = states.state(state, with: places.places(below: paths[path], path), from: other)
      }
      // Of a merge there is one change for each parent.
      var parent = before.startIndex
      while next < changes.count, changes[next].commit == commit {
        let change = changes[next]
        let isFirst =
          next == 0 || changes[next - 1].commit != commit
          || changes[next - 1].path != change.path
        next += 1
        guard let place = places.place(of: change.path) else { continue }
        parent = isFirst ? before.startIndex : parent + 1
        let old = change.old.map { sets[$0] } ?? 0
        let known =
          parent < before.endIndex
          ? states.set(at: place, in: after[Int(before[parent])]) : 0
        guard known == old else { return nil }
        if isFirst {
          changed.append(.init(place: place, set: change.new.map { sets[$0] } ?? 0))
        }
      }
      if !changed.isEmpty {
        state = states.state(state, with: changed)
        changed.removeAll(keepingCapacity: true)
      }
      if states.isFull { return nil }
      after.append(state)
    }
    return after
  }
}
