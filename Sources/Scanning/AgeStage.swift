internal import Aging
internal import Findings
internal import Git
internal import Patterns

/// Says since when each value has been exposed, and when it was last rotated.
struct AgeStage {
  let histories: Histories
  let pool: WorkerPool
  let scope: AgeScope
  let asOf: Timestamp

  /// Fills in the ages of findings and their members. Nothing is read unless a repository has
  /// findings.
  func apply(to findings: inout [Finding]) {
    guard scope != .none else { return }
    for root in Set(findings.map(\.location.origin.root)).sorted() {
      guard let history = histories.history(of: root) else { continue }
      date(&findings, root: root, in: history)
    }
    forEach(&findings) { finding in
      guard let time = finding.location.place.time else { return }
      finding.age = Age(since: time, basis: .logLine, isAtHead: finding.age?.isAtHead)
    }
  }

  private func date(_ findings: inout [Finding], root: Int, in history: History) {
    var values: [Secret: Int] = [:]
    forEach(&findings, of: root) { finding in
      if values[finding.secret] == nil { values[finding.secret] = values.count }
    }
    let secrets = values.sorted { $0.value < $1.value }.map(\.key)
    var holders = search(secrets, root: root, in: history)
    forEach(&findings, of: root) { finding in
      guard let value = values[finding.secret] else { return }
      let origin = finding.location.origin
      if origin.source == .history, let blob = origin.blob { holders[value].insert(blob) }
      // A search of raw bytes sees neither into archives nor values of three bytes: the file's own
      // blob answers.
      let isUnsearchable =
        !origin.members.isEmpty || finding.secret.count < ValueSearch.minimumLength
      if holders[value].isEmpty, isUnsearchable, let blob = history.headBlob(at: origin.path) {
        holders[value].insert(blob)
      }
    }
    let ages = Ages(history, asOf: asOf).ages(of: holders)
    let rotations = histories.rotations(of: root, in: history)
    forEach(&findings, of: root) { finding in
      guard let value = values[finding.secret] else { return }
      finding.age = ages[value]
      // Of a value that is gone, its removal says more than its rotation.
      guard let keyPath = finding.location.place.keyPath, ages[value].removed == nil,
        finding.location.origin.members.isEmpty
      else { return }
      finding.rotation = finding.secret.reveal { current in
        rotations?.rotation(
          of: Histories.key(keyPath, name: finding.evidence.name), in: finding.location.origin.path,
          current: current)
      }
    }
  }

  /// The blobs that hold each of the values.
  private func search(_ secrets: [Secret], root: Int, in history: History) -> [Set<ObjectID>] {
    let search = ValueSearch(secrets)
    var holders = [Set<ObjectID>](repeating: [], count: secrets.count)
    let configuration = scope == .config ? Set(history.configurationBlobs) : nil
    let isWanted = configuration.map { wanted in { wanted.contains($0) } }
    guard let walk = histories.blobs(of: root, where: isWanted) else { return holders }
    // Of these git says why they cannot be searched.
    var unread = histories.missing(
      of: root, among: configuration.map { Array($0) } ?? history.blobs)
    pool.run(
      produce: { submit in for piece in walk.pieces { submit(.piece(piece)) } },
      makeWorker: { SearchWorker(search) },
      work: { worker, work in worker.search(work, of: walk) },
      finish: { worker in
        worker.add(to: &holders)
        unread += worker.unread
        for problem in worker.abandoned { histories.tell(problem, root: root) }
      })
    // What the walk cannot read is read by git, and is seldom more than a few blobs.
    if !unread.isEmpty {
      pool.run(
        weight: \.heldBytes,
        produce: { submit in
          histories.readBlobs(of: root, unread.sorted()) { submit(.blobs($0)) }
        },
        makeWorker: { SearchWorker(search) },
        work: { worker, work in worker.search(work, of: walk) },
        finish: { $0.add(to: &holders) })
    }
    // A blob that no commit names dates nothing.
    return holders.map { blobs in blobs.filter { history.names($0) } }
  }

  private func forEach(
    _ findings: inout [Finding], of root: Int? = nil, _ body: (inout Finding) -> Void
  ) {
    for index in findings.indices
    where findings[index].isSecret
      && (root == nil || findings[index].location.origin.root == root)
    {
      for member in findings[index].members.indices { body(&findings[index].members[member]) }
      body(&findings[index])
    }
  }
}
