internal import Archives
internal import Findings
internal import Git

/// Reads parts of histories, on one thread. It keeps its buffers, and the git that reads what packs
/// do not give, from one part to the next.
public final class ObjectUnitReader {
  private var walker: ObjectWalker?
  private var git: BatchReader?
  /// Whose objects git reads.
  private var repository: Repository?

  /// How many objects of one part git may fail to read. It dies on each, and is started again: a
  /// pack that is damaged as a whole must not cost hours.
  private static let mostFailures = 64

  /// A reader; nothing is opened before the first part.
  public init() {}

  /// Hands out the documents of a part.
  func read(_ unit: ObjectUnit, limits: InputLimits, into sink: any InputSink) {
    if repository != unit.walk.repository { git = nil }
    repository = unit.walk.repository
    var visitor = BlobVisitor(unit, limits: limits, sink: sink)
    // Out of the reader for the while: whoever takes a blob may read another unit by it.
    var walker =
      self.walker.take()
      ?? ObjectWalker(limits: WalkLimits(whole: limits.segmentBytes, verifies: unit.verifies))
    walker.visit(unit.piece, of: unit.walk, &visitor)
    let unread = walker.takeUnread()
    if let abandoned = walker.takeAbandoned() {
      sink.notify(
        RepositoryProblem.expandingObjects(abandoned.first, abandoned.count)
          .notification(root: unit.root))
    }
    for id in walker.takeMisnamed() {
      sink.notify(RepositoryProblem.misnamed(id).notification(root: unit.root))
    }
    self.walker = consume walker
    if !unread.isEmpty { readByGit(unread, unit, limits: limits, into: sink) }
  }

  /// Reads what is damaged, too large to be held, or in a form that only git knows.
  private func readByGit(
    _ ids: [ObjectID], _ unit: ObjectUnit, limits: InputLimits, into sink: any InputSink
  ) {
    var wanted = WantedBlobs()
    for id in ids { wanted.add(id, unit.origin(id)) }
    var units = BlobUnits(
      wanted, limits: limits, submit: { $0.open(limits: limits, objects: self, into: sink) },
      notify: sink.notify)
    var failures = 0
    var left = ids.count
    var git =
      self.git.take()
      ?? BatchReader(
        unit.walk.repository,
        limits: ReadingLimits(whole: limits.segmentBytes, most: limits.archives.totalBytes))
    do throws(GitError) {
      try git.read(ids) { id, reading, bytes in
        units.take(id, reading, bytes)
        if reading.isLast(bytes.count) { left -= 1 }
        if reading == .corrupt || reading == .missing { failures += 1 }
        return failures < Self.mostFailures
      }
    } catch {
      sink.notify(RepositoryProblem.failure(error).notification(root: unit.root))
    }
    units.flush()
    self.git = consume git
    if left > 0 {
      sink.notify(RepositoryProblem.abandonedObjects(left).notification(root: unit.root))
    }
  }
}
