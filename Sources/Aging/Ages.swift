public import Findings

/// Answers "since when" for values whose blobs are known.
public struct Ages: Sendable {
  private let history: History
  private let now: Timestamp

  /// Ages in a history at a moment.
  public init(_ history: History, asOf now: Timestamp) {
    self.history = history
    self.now = now
  }

  /// The ages of values, given for each the blobs that hold it.
  ///
  /// The exposure of a value begins with the earliest commit, over all refs and on any path, whose
  /// tree holds it; neither edits elsewhere in the file nor renames make it younger. One pass over
  /// all changes answers for all values: O(changes + values).
  ///
  /// - Parameter holders: for each value the blobs that hold it.
  public func ages(of holders: [Set<ObjectID>]) -> [Age] {
    var held: [Int: [Int]] = [:]
    for (value, blobs) in holders.enumerated() {
      for blob in blobs {
        guard let index = history.index(of: blob) else { continue }
        held[index, default: []].append(value)
      }
    }
    var tracks = holders.map { Track(isUnreachable: !$0.isEmpty) }
    for change in history.changes { follow(change, held, &tracks) }
    for blob in history.head.values {
      for value in held[blob] ?? [] { tracks[value].isAtHead = true }
    }
    return tracks.map(age)
  }

  /// What one pass over the changes gathers for a value.
  private struct Track {
    var isUnreachable: Bool
    var introduced: Int?
    var removed: Int?
    var paths: Set<Int> = []
    var isAtHead = false
  }

  private func follow(_ change: History.Change, _ held: [Int: [Int]], _ tracks: inout [Track]) {
    let new = change.new.flatMap { held[$0] } ?? []
    for value in new {
      tracks[value].paths.insert(change.path)
      if let known = tracks[value].introduced, moment(known) <= moment(change.commit) { continue }
      tracks[value].introduced = change.commit
    }
    for value in change.old.flatMap({ held[$0] }) ?? [] where !new.contains(value) {
      if let known = tracks[value].removed, moment(known) > moment(change.commit) { continue }
      tracks[value].removed = change.commit
    }
  }

  private func moment(_ commit: Int) -> Timestamp { PlausibleDate(history.commits[commit]).moment }

  private func age(_ track: Track) -> Age {
    guard let introduced = track.introduced else {
      return Age(
        since: nil, basis: track.isUnreachable ? .unreachable : .uncommitted, isAtHead: false)
    }
    let stamp = history.commits[introduced]
    let date = PlausibleDate(stamp, asOf: now)
    return Age(
      since: date.moment, basis: date.basis, introduced: stamp,
      removed: track.isAtHead ? nil : track.removed.map { history.commits[$0] },
      isAtHead: track.isAtHead, files: track.paths.count, isLowerBound: history.isTruncated,
      isSuspect: date.isSuspect)
  }
}
