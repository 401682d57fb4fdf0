internal import Findings
internal import Git

/// Shows objects of repositories to visitors, on all threads.
struct ObjectSearch {
  let histories: Histories
  let pool: WorkerPool

  /// Where objects come from: packs, or git, which has read them.
  private enum Work: Sendable {
    case piece(ObjectWalk.Piece)
    case objects([Histories.Blob])

    /// How many bytes it holds in memory while it waits.
    var heldBytes: Int {
      switch self {
      case .piece: 0
      case .objects(let objects): objects.reduce(0) { $0 + $1.bytes.count }
      }
    }
  }

  /// Shows the objects of a kind.
  ///
  /// - Parameters:
  ///   - isWanted: which of them; `nil` for all.
  ///   - missing: objects that the store lacks: git says why they cannot be read.
  ///   - makeVisitor: makes the visitor of one thread.
  /// - Returns: the visitors, in no particular order; none if commits or trees were left out.
  func visit<Visitor: PackVisitor & SendableMetatype>(
    _ kind: ObjectKind, of root: Int, where isWanted: ((ObjectID) -> Bool)? = nil,
    missing: [ObjectID] = [], makeVisitor: @escaping @Sendable () -> Visitor
  ) -> [Visitor] {
    guard let walk = histories.objects(kind, of: root, where: isWanted) else { return [] }
    var visitors: [Visitor] = []
    var unread = missing
    var abandoned: [RepositoryProblem] = []
    pool.run(
      produce: { submit in for piece in walk.pieces { submit(Work.piece(piece)) } },
      makeWorker: { ObjectWorker(makeVisitor()) },
      work: { worker, work in worker.visit(work, kind, of: walk) },
      finish: { worker in
        visitors.append(worker.visitor)
        unread += worker.unread
        abandoned += worker.abandoned
      })
    if !abandoned.isEmpty {
      // Without some of its commits or trees a history must be read as a whole, which tells of it.
      guard kind == .blob else { return [] }
      for problem in abandoned { histories.tell(problem, root: root) }
    }
    // What the walk cannot read is read by git, and is seldom more than a few objects.
    guard let others = read(unread, kind, of: root, makeVisitor: makeVisitor) else { return [] }
    return visitors + others
  }

  /// Lets git read objects, and shows them. A reader of the report is told of blobs that it cannot read.
  ///
  /// - Returns: the visitors; `nil` if a commit or a tree could not be read.
  func read<Visitor: PackVisitor & SendableMetatype>(
    _ ids: [ObjectID], _ kind: ObjectKind, of root: Int,
    makeVisitor: @escaping @Sendable () -> Visitor
  ) -> [Visitor]? {
    var visitors: [Visitor] = []
    guard !ids.isEmpty else { return visitors }
    var unread: [ObjectID] = []
    pool.run(
      weight: \.heldBytes,
      produce: { submit in
        unread = histories.readObjects(of: root, ids.sorted(), inParts: kind == .blob) {
          submit(Work.objects($0))
        }
      },
      makeWorker: { ObjectWorker(makeVisitor()) },
      work: { worker, work in worker.visit(work, kind) },
      finish: { visitors.append($0.visitor) })
    if kind != .blob, !unread.isEmpty { return nil }
    for id in unread { histories.tellUnsearched(id, root: root) }
    return visitors
  }

  /// Compares the trees of commits.
  ///
  /// - Returns: what the parts of the walk changed, in their order; without those that git failed at.
  func compare(_ commits: CommitWalk, in store: ObjectStore) -> [CommitWalk.Comparison] {
    var compared: [Int: CommitWalk.Comparison] = [:]
    pool.run(
      produce: { submit in for part in commits.parts.indices.reversed() { submit(part) } },
      makeWorker: { [jobs = pool.jobs] in CommitWorker(store, jobs: jobs) },
      work: { worker, part in worker.keep(part, of: commits) },
      finish: { worker in compared.merge(worker.compared) { first, _ in first } })
    return commits.parts.indices.compactMap { compared[$0] }
  }

  /// Shows objects to a visitor, on one thread.
  private final class ObjectWorker<Visitor: PackVisitor & SendableMetatype> {
    private var walker = ObjectWalker()
    private(set) var visitor: Visitor
    /// The objects of packs that only git can read.
    private(set) var unread: [ObjectID] = []
    /// What no walk reads.
    private(set) var abandoned: [RepositoryProblem] = []

    init(_ visitor: Visitor) { self.visitor = visitor }

    func visit(_ work: Work, _ kind: ObjectKind, of walk: ObjectWalk? = nil) {
      switch work {
      case .piece(let piece):
        guard let walk else { return }
        walker.visit(piece, of: walk, &visitor)
        unread += walker.takeUnread()
        if let left = walker.takeAbandoned() {
          abandoned.append(.expandingObjects(left.first, left.count))
        }
      case .objects(let objects):
        for object in objects {
          _ = visitor.visit(
            PackedObject(id: object.id, kind: kind, bytes: object.bytes), legacy: nil)
        }
      }
    }
  }
}
