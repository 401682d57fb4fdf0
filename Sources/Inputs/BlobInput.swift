internal import Archives
internal import Findings
internal import Git

/// Contents that git keeps: index entries, the blobs of a range, the blobs of a history.
extension InputReader {
  /// The index entries that differ from HEAD.
  func staged(_ area: InputPlan.Area, in repository: Repository) throws(GitError) {
    var wanted = WantedBlobs()
    for entry in try repository.stagedChanges(indexFile: plan.request.indexFile)
    where entry.mode.isFile && area.holds(entry.path) {
      wanted.add(
        entry.id, Origin(source: .index, root: area.root, path: entry.path, blob: entry.id))
    }
    try read(wanted, from: repository, looseFirst: true)
  }

  /// What the commits of a range add, each blob at the first path where it is met.
  func blobs(of range: String, _ area: InputPlan.Area, in repository: Repository) throws(GitError) {
    var wanted = WantedBlobs()
    let walk = try repository.commits(in: range) { commit in
      for change in commit.changes {
        guard let id = change.new, change.mode.isFile, area.holds(change.path), !wanted.holds(id)
        else { continue }
        wanted.add(
          id, Origin(source: .history, root: area.root, path: change.path, blob: id))
      }
      return true
    }
    for problem in walk.problems { notify(problem.notification(root: area.root)) }
    try read(wanted, from: repository)
  }

  /// Every blob, reachable or not.
  ///
  /// - Returns: the parts that no commit holds.
  func history(
    _ area: InputPlan.Area, of repository: Repository
  ) throws(GitError) -> [Path] {
    let store = try store(area.root)
    for problem in store.problems { notify(problem.notification(root: area.root)) }
    let isWhole = area.parts.contains(Path(""))
    var empty = Set(isWhole ? [] : area.parts)
    // A blob that was moved from one part to another shows one of them only: all paths are asked.
    let firstPath = historyPaths(area.root) { path in
      if !empty.isEmpty { empty = empty.filter { !path.isBelow($0) } }
      return area.holds(path)
    }
    let isAtHead = headFiles(area.root)
    let origin: @Sendable (ObjectID) -> Origin = { blob in
      // What no commit holds has no path, and belongs to the whole.
      guard let path = firstPath(blob) else {
        return Origin(
          source: .history, root: area.root, path: Path("unreachable/\(blob)"), blob: blob,
          isPast: true)
      }
      return Origin(
        source: .history, root: area.root, path: path, blob: blob, isPast: !isAtHead(blob, path))
    }
    if plan.request.scansWholeBlobs {
      var wanted = WantedBlobs()
      let listing = try repository.objects()
      for problem in listing.problems { notify(problem.notification(root: area.root)) }
      for blob in listing.blobs {
        if isWhole || firstPath(blob.id) != nil { wanted.add(blob.id, origin(blob.id)) }
      }
      try read(wanted, from: repository)
      return area.parts.filter(empty.contains)
    }
    let walk = ObjectWalk(store, of: .blob, where: isWhole ? nil : { firstPath($0) != nil })
    for piece in walk.pieces {
      submit(
        .objects(
          ObjectUnit(
            walk: walk, piece: piece, root: area.root, verifies: plan.request.verifiesObjects,
            origin: origin)))
    }
    return area.parts.filter(empty.contains)
  }

  /// - Parameter looseFirst: whether blobs that stand in files of their own are read from these: what
  ///   was staged just now does, and no git need be started for it.
  private func read(
    _ wanted: WantedBlobs, from repository: Repository, looseFirst: Bool = false
  ) throws(GitError) {
    var units = BlobUnits(
      wanted, limits: plan.request.limits, submit: submit, notify: notify)
    var reader = BatchReader(
      repository,
      limits: ReadingLimits(
        whole: plan.request.limits.segmentBytes, most: plan.request.limits.archives.totalBytes))
    var left: [ObjectID] = []
    for id in wanted.ids {
      if looseFirst,
        let object = repository.looseObject(id, most: plan.request.limits.segmentBytes),
        object.kind == .blob
      {
        units.take(id, .whole(.blob), object.bytes.span)
      } else {
        left.append(id)
      }
    }
    do throws(GitError) {
      try reader.read(left) { id, reading, bytes in
        units.take(id, reading, bytes)
        return true
      }
    } catch {
      // What was read before a failure is scanned, too.
      units.flush()
      throw error
    }
    units.flush()
  }
}

/// Blobs to read, and where each is said to stand.
struct WantedBlobs {
  private(set) var ids: [ObjectID] = []
  private var origins: [ObjectID: [Origin]] = [:]

  func holds(_ id: ObjectID) -> Bool { origins[id] != nil }

  func origins(of id: ObjectID) -> [Origin] { origins[id] ?? [] }

  mutating func add(_ id: ObjectID, _ origin: Origin) {
    if origins[id] == nil { ids.append(id) }
    origins[id, default: []].append(origin)
  }
}

extension FileMode {
  /// Whether the entry is a file's content, as opposed to a link's target or another repository.
  fileprivate var isFile: Bool { !isSubmodule && !isSymbolicLink }
}
