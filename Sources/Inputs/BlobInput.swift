internal import Findings
internal import Git

/// Contents that git keeps: index entries, the blobs of a range, the blobs of a history.
extension InputReader {
  /// A blob to read, and where it is said to stand.
  struct Wanted {
    let id: ObjectID
    let origin: Origin
  }

  /// The index entries that differ from HEAD.
  func staged(in repository: Repository, root: Int, under: Path) throws(GitError) {
    let entries = try repository.stagedChanges(indexFile: request.indexFile)
    let wanted = entries.compactMap { entry -> Wanted? in
      guard entry.path.isBelow(under), !entry.mode.isSymbolicLink else { return nil }
      let origin = Origin(source: .index, root: root, path: entry.path, blob: entry.id)
      if entry.mode.isSubmodule { return nil }
      return Wanted(id: entry.id, origin: origin)
    }
    try read(wanted, from: repository)
  }

  /// What the commits of a range add.
  func blobs(of range: String, in repository: Repository, root: Int, under: Path) throws(GitError) {
    var wanted: [ObjectID: Wanted] = [:]
    var order: [ObjectID] = []
    let walk = try repository.commits(in: range) { commit in
      for change in commit.changes {
        guard let id = change.new, !change.mode.isSubmodule, !change.mode.isSymbolicLink,
          change.path.isBelow(under), wanted[id] == nil
        else { continue }
        wanted[id] = Wanted(
          id: id, origin: Origin(source: .history, root: root, path: change.path, blob: id))
        order.append(id)
      }
      return true
    }
    for problem in walk.problems { notify(problem.notification(root: root)) }
    try read(order.compactMap { wanted[$0] }, from: repository)
  }

  /// Every blob, reachable or not.
  func history(of repository: Repository, root: Int, under: Path) throws(GitError) {
    let listing = try repository.objects()
    for problem in listing.problems { notify(problem.notification(root: root)) }
    let wanted = listing.blobs.compactMap { blob -> Wanted? in
      let path = historyPath(root, blob.id)
      if let path, !path.isBelow(under) { return nil }
      if path == nil, !under.bytes.isEmpty { return nil }
      return Wanted(
        id: blob.id,
        origin: Origin(
          source: .history, root: root, path: path ?? Path("unreachable/\(blob.id)"),
          blob: blob.id))
    }
    try read(wanted, from: repository)
  }

  /// Reads blobs in one stream and submits them in batches.
  private func read(_ wanted: [Wanted], from repository: Repository) throws(GitError) {
    var origins: [ObjectID: [Origin]] = [:]
    for blob in wanted { origins[blob.id, default: []].append(blob.origin) }
    var seen: Set<ObjectID> = []
    var batch: [InputUnit.Content] = []
    var size = 0
    var writer: SegmentWriter?
    var reader = BatchReader(
      repository, limits: ReadingLimits(whole: request.limits.segmentBytes, most: 1 << 31))
    let ids = wanted.map(\.id).filter { seen.insert($0).inserted }
    try reader.read(ids) { id, reading, bytes in
      for origin in origins[id] ?? [] {
        switch reading {
        case .whole:
          let copy = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
          batch.append(InputUnit.Content(bytes: copy, origin: origin))
          size += bytes.count
        case .part(_, let offset, let total):
          if offset == 0 { writer = SegmentWriter(origin: origin, limits: request.limits) }
          writer?.append(bytes) { submit(.document($0)) }
          if offset + bytes.count >= total {
            writer?.finish { submit(.document($0)) }
            writer = nil
          }
        case .tooLarge, .missing, .corrupt: notify(reading.notification(at: origin))
        }
        if case .part = reading { break }
      }
      if size >= Self.batchBytes || batch.count >= Self.batchCount {
        submit(.contents(batch))
        batch = []
        size = 0
      }
      return true
    }
    if !batch.isEmpty { submit(.contents(batch)) }
  }

  /// How much is handed to a worker at once: enough to make the queue's cost small.
  private static let batchBytes = 256 << 10
  private static let batchCount = 64
}

extension ObjectReading {
  /// What a reader of the report is told of an object that was not read.
  func notification(at origin: Origin) -> Notification {
    let text =
      switch self {
      case .tooLarge(_, let size): "has \(size) bytes, more than the limit, and was not scanned"
      case .missing: "is not in the repository"
      default: "is damaged and could not be read"
      }
    let code: Notification.Code =
      switch self {
      case .tooLarge: .limit
      case .missing: .missingObject
      default: .damaged
      }
    return Notification(
      severity: .warning, code: code, message: "object \(origin.blob?.short ?? "") \(text)",
      origin: origin, isIncomplete: true)
  }
}
