internal import Findings

/// The versions of one file, newest first, followed through renames.
struct Lineage {
  /// One version.
  struct Version {
    let commit: Int
    let path: Path
    let blob: ObjectID
  }

  private let history: History
  /// The changes of each path, oldest first.
  private let changesOfPath: [Int: [Int]]

  init(_ history: History) {
    self.history = history
    var changesOfPath: [Int: [Int]] = [:]
    for (index, change) in history.changes.enumerated() {
      changesOfPath[change.path, default: []].append(index)
    }
    self.changesOfPath = changesOfPath
  }

  /// The versions of the file at a path.
  ///
  /// Where a commit adds the file and removes another one, `isSame` says whether the removed file
  /// was the same before the commit renamed it; among several the first one it accepts counts.
  /// O(changes of the paths passed through).
  func versions(
    of path: Path, isSame: (_ added: ObjectID, _ removed: (path: Path, blob: ObjectID)) -> Bool
  ) -> [Version] {
    var versions: [Version] = []
    guard var at = history.paths.firstIndex(of: path) else { return [] }
    var before = history.commits.count
    var visited: Set<Int> = []
    while visited.insert(at).inserted {
      var added: (commit: Int, blob: Int)?
      for index in (changesOfPath[at] ?? []).reversed() {
        let change = history.changes[index]
        guard change.commit < before, let new = change.new else { continue }
        if versions.last?.commit != change.commit {
          versions.append(
            Version(commit: change.commit, path: history.paths[at], blob: history.blobs[new]))
        }
        if change.old == nil {
          added = (change.commit, new)
          break
        }
      }
      guard let added, let source = renameSource(added, isSame) else { break }
      before = added.commit
      at = source
    }
    return versions
  }

  private func renameSource(
    _ added: (commit: Int, blob: Int),
    _ isSame: (ObjectID, (path: Path, blob: ObjectID)) -> Bool
  ) -> Int? {
    let removed = changes(of: added.commit).filter { $0.new == nil && $0.old != nil }
    if let exact = removed.first(where: { $0.old == added.blob }) { return exact.path }
    return removed.first { change in
      isSame(
        history.blobs[added.blob], (history.paths[change.path], history.blobs[change.old ?? 0]))
    }?.path
  }

  /// The changes of one commit: they stand together, in the order of the commits.
  private func changes(of commit: Int) -> ArraySlice<History.Change> {
    let all = history.changes
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].commit < commit { low = middle + 1 } else { high = middle }
    }
    let end = all[low...].firstIndex { $0.commit != commit } ?? all.count
    return all[low..<end]
  }
}
