internal import Aging
internal import Findings
internal import Git
internal import Inputs
internal import Pipelines

/// The histories of the repositories of a scan, each read once, when it is first asked for.
final class Histories {
  /// The bytes of a blob.
  struct Blob: Sendable {
    let id: ObjectID
    let bytes: [UInt8]
  }

  private let repositories: [Int: Repository]
  private let mode: InputRequest.Mode
  private let pool: WorkerPool
  private let handOn: (Notification) -> Void
  private var known: [Int: History?] = [:]
  private var stores: [Int: ObjectStore] = [:]
  private var reached: [Int: ReachedCommits?] = [:]
  private var tips: [Int: Tips] = [:]
  /// For each root whose history was read as a whole the commits that its branches end in.
  private var branchTips: [Int: [[Int]]] = [:]
  /// The blobs that the history of a root names and its repository lacks, where that was asked.
  private var lacking: [Int: [ObjectID]] = [:]
  /// How many commits of each root were walked.
  private var walked: [Int: Int] = [:]
  /// How many commits were walked.
  var commits: Int { walked.values.reduce(0, +) }
  /// How much a reader of the report was told.
  private(set) var told = 0

  init(
    _ repositories: [Int: Repository], mode: InputRequest.Mode, pool: WorkerPool,
    notify: @escaping (Notification) -> Void
  ) {
    self.repositories = repositories
    self.mode = mode
    self.pool = pool
    handOn = notify
  }

  /// Tells a reader of the report something, and counts it.
  func notify(_ notification: Notification) {
    told += 1
    handOn(notification)
  }

  /// The objects of the repository that is a root.
  func store(of root: Int) throws(GitError) -> ObjectStore {
    if let store = stores[root] { return store }
    guard let repository = repositories[root] else { fatalError("the root is a repository") }
    let store = try ObjectStore(repository)
    stores[root] = store
    return store
  }

  /// The history of a root; `nil` if it is no repository or cannot be read.
  func history(of root: Int) -> History? {
    if let history = known[root] { return history }
    let history = repositories[root].flatMap { repository -> History? in
      do throws(GitError) {
        return try read(repository, root: root)
      } catch {
        report(error, root: root)
        return nil
      }
    }
    known[root] = history
    return history
  }

  /// The refs of a root, read once, so that all that is asked speaks of the same history.
  func tips(of root: Int) throws(GitError) -> Tips {
    if let known = tips[root] { return known }
    guard let repository = repositories[root] else { fatalError("the root is a repository") }
    let read = try Tips(of: repository)
    tips[root] = read
    return read
  }

  /// The commits that a root's refs reach, read by all threads; `nil` if some are missing or damaged.
  func reachedCommits(of root: Int) -> ReachedCommits? {
    if let known = reached[root] { return known }
    let search = ObjectSearch(histories: self, pool: pool)
    let found = repositories[root].flatMap { _ -> ReachedCommits? in
      guard let tips = try? tips(of: root), let store = try? store(of: root),
        store.problems.isEmpty
      else { return nil }
      let visitors = search.visit(.commit, of: root) { CommitVisitor() }
      guard let commits = try? ReachedCommits(from: tips, in: store, visitors), commits.isWhole
      else { return nil }
      return commits
    }
    reached[root] = found
    return found
  }

  private func read(_ repository: Repository, root: Int) throws(GitError) -> History {
    let state = try repository.historyState(tips(of: root))
    for problem in state.problems { notify(problem.notification(root: root)) }
    tellTruncation(state, root: root)
    let store = try store(of: root)
    let reached = reachedCommits(of: root)
    if let reached {
      // A scan is to come, which needs the room: who asks for the commits later has them read again.
      branchTips[root] = reached.branchTips
      self.reached.removeValue(forKey: root)
    }
    let reading = try HistoryReading(
      repository, store, reached,
      into: History(head: try repository.headCommit(), isTruncated: state.isTruncated))
    let read = try reading.read(on: pool)
    let walk = read.walk
    var history = read.history
    for problem in walk.problems { notify(problem.notification(root: root)) }
    let head = try repository.headTree(of: store)
    for problem in head?.problems ?? [] { tell(problem, root: root) }
    for entry in head?.entries ?? [] where !entry.mode.isSubmodule {
      history.addToHead(entry.path, entry.id)
    }
    walked[root] = walk.count
    if mode == .history || repository.isBare { tellMissing(of: history, store, root: root) }
    return history
  }

  /// A history is scanned as what the object store lists, which is silent about what it lacks.
  private func tellMissing(of history: History, _ store: ObjectStore, root: Int) {
    let missing = history.blobs.filter { !store.holds($0) }
    lacking[root] = missing
    guard let first = missing.first else { return }
    let path = history.firstPaths { _ in true }(first)
    notify(
      Notification(
        severity: .warning, code: .missingObject,
        message: missing.count == 1
          ? "object \(first.short) is not in the repository"
          : "\(missing.count) objects that commits name are not in the repository, this file's "
            + "\(first.short) among them",
        origin: Origin(source: .history, root: root, path: path ?? Path(""), blob: first),
        isIncomplete: true))
  }

  /// The repository that is a root; `nil` if it is none.
  func repository(of root: Int) -> Repository? { repositories[root] }

  /// For each branch of a root the commits that it ends in, by their places in its ``history(of:)``;
  /// `nil` if that was not read, or lacks commits.
  func branches(of root: Int) -> [[Int]]? { branchTips[root] }

  /// Whether the whole history of a root was read, or must be: it is scanned itself.
  func isWholeHistory(of root: Int) -> Bool {
    known[root] != nil || mode == .history || repositories[root]?.isBare == true
  }

  /// Counts commits that were walked for ages without ``history(of:)``.
  func count(commits count: Int, of root: Int) { walked[root] = count }

  /// A walk through the objects of a kind of a root, or some of them; `nil` if there is nothing to walk.
  func objects(
    _ kind: ObjectKind, of root: Int, where isWanted: ((ObjectID) -> Bool)? = nil
  ) -> ObjectWalk? {
    guard repositories[root] != nil else { return nil }
    do throws(GitError) {
      return ObjectWalk(try store(of: root), of: kind, where: isWanted)
    } catch {
      report(error, root: root)
      return nil
    }
  }

  /// Tells a reader of the report what could not be read.
  func tell(_ problem: RepositoryProblem, root: Int) {
    notify(problem.notification(root: root))
  }

  /// The blobs that a history names and the root's repository lacks.
  func missing(of root: Int, _ history: History) -> [ObjectID] {
    lacking[root] ?? missing(of: root, among: history.blobs)
  }

  /// The objects that a root's repository lacks.
  func missing(of root: Int, among ids: [ObjectID]) -> [ObjectID] {
    guard let store = stores[root] else { return [] }
    return ids.filter { !store.holds($0) }
  }

  /// Reads objects by git and hands them on in batches.
  ///
  /// - Parameter inParts: whether parts of objects that are too large to be held are handed on, too.
  /// - Returns: those that were not read.
  func readObjects(
    of root: Int, _ ids: [ObjectID], inParts: Bool, _ submit: ([Blob]) -> Void
  ) -> [ObjectID] {
    guard let repository = repositories[root] else { return ids }
    var unread: [ObjectID] = []
    var batch: [Blob] = []
    var size = 0
    // A value must not be cut: only what is larger than any text is read in parts.
    var reader = BatchReader(repository, limits: ReadingLimits(whole: 64 << 20))
    do throws(GitError) {
      try reader.read(ids) { id, reading, bytes in
        switch reading {
        case .part where !inParts: unread.append(id)
        case .whole, .part:
          let copy = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
          batch.append(Blob(id: id, bytes: copy))
          size += bytes.count
        case .tooLarge, .missing, .corrupt: unread.append(id)
        }
        if size > 1 << 20 {
          submit(batch)
          batch = []
          size = 0
        }
        return true
      }
    } catch {
      report(error, root: root)
      return ids
    }
    if !batch.isEmpty { submit(batch) }
    return unread
  }

  /// Answers about rotations in a root, of values of a kind.
  func rotations(of root: Int, in history: History, _ kind: Assignment.Kind = .literal)
    -> Rotations?
  {
    guard repositories[root] != nil, let store = try? store(of: root) else { return nil }
    let blobs = SingleReader(store)
    return Rotations(history) { id, path in
      guard let bytes = blobs.read(id),
        let pipeline = PipelineReader.read(bytes, path: path, checks: false)
      else { return nil }
      var values: Rotations.Values = [:]
      for assignment in pipeline.assignments where assignment.kind == kind {
        if let keyPath = assignment.place.keyPath {
          values[Self.key(keyPath, name: assignment.name)] = assignment.value
        }
      }
      return values
    }
  }

  /// What a value is compared under from version to version: the variables of one script share its
  /// key path.
  static func key(_ keyPath: String, name: String?) -> String {
    guard let name, !keyPath.hasSuffix(name) else { return keyPath }
    return "\(keyPath) \(name)"
  }

  private func report(_ error: GitError, root: Int) {
    notify(
      Notification(
        severity: .warning, code: .truncatedHistory,
        message: "the history could not be read, so that there are no ages: \(error)",
        origin: Origin(source: .history, root: root, path: Path("")), isIncomplete: true))
  }
}

/// Reads blobs one by one.
private final class SingleReader {
  private var reader: StoreReader

  init(_ store: ObjectStore) { reader = StoreReader(store) }

  func read(_ id: ObjectID) -> [UInt8]? {
    guard let object = try? reader.object(id), object.kind == .blob else { return nil }
    return object.bytes
  }
}
