import Findings
import Git
import Patterns
import Testing

@testable import Aging

// What the tests ask of a repository, in the way that a scan does.

extension TestRepository {
  /// The history of the repository, or of a clone.
  func history(_ name: String = "work") throws -> History {
    let repository = try open(name)
    var history = History(
      head: try repository.headCommit(), isTruncated: try repository.historyState().isTruncated)
    _ = try repository.commits(of: try ObjectStore(repository)) {
      history.add($0)
      return true
    }
    for entry in try repository.headTree()?.entries ?? [] where !entry.mode.isSubmodule {
      history.addToHead(entry.path, entry.id)
    }
    return history
  }

  /// The commits of the repository.
  func records() throws -> [CommitRecord] {
    var records: [CommitRecord] = []
    _ = try open().commits(of: try ObjectStore(try open())) {
      records.append($0)
      return true
    }
    return records
  }

  /// The ages of values, searched in all blobs of the repository.
  func ages(of values: [String], in name: String = "work", asOf: String = "2026-01-01") throws
    -> [Age]
  {
    let history = try history(name)
    let holders = try holders(of: values, in: name)
    let held = HeldValues(holders, in: history, known: holders)
    let now = Timestamp(seconds: Self.seconds(asOf))
    let ages = Ages(history, asOf: now).ages(of: held)
    // Whatever is asked of the whole history must be answered by a trace of it, too.
    if let traced = try traced(holders, in: name) {
      let tracedHeld = HeldValues(holders, in: traced.history, known: holders)
      #expect(Ages(traced.history, asOf: now).ages(of: tracedHeld) == ages)
      #expect(history.holdings(of: held, branches: traced.branchTips) == traced.holdings)
    }
    return ages
  }

  /// For each value the blobs of the repository that hold it.
  func holders(of values: [String], in name: String = "work") throws -> [Set<ObjectID>] {
    let search = ValueSearch(values.map { Secret($0.utf8) })
    var holders = [Set<ObjectID>](repeating: [], count: values.count)
    var hits: [KeywordHit] = []
    var reader = BatchReader(try open(name))
    try reader.read(try open(name).objects().blobs.map(\.id)) { id, _, bytes in
      search.search(bytes, hits: &hits) { holders[$0].insert(id) }
      return true
    }
    return holders
  }

  /// What a trace tells.
  struct Traced {
    let history: History
    let holdings: [HistoryTrace.Holding]?
    let branchTips: [[Int]]
  }

  /// The history as far as it concerns some blobs and paths; `nil` for one that only the whole reading
  /// tells of.
  func traced(
    _ holders: [Set<ObjectID>], paths: Set<Path> = [], in name: String = "work"
  ) throws -> Traced? {
    let repository = try open(name)
    let tips = try Tips(of: repository)
    let store = try ObjectStore(repository)
    let state = try repository.historyState(tips)
    if state.isTruncated || !state.problems.isEmpty { return nil }
    let commits = try ReachedCommits(
      from: tips, in: store, [visit(.commit, store, CommitVisitor())])
    guard commits.isWhole else { return nil }
    let blobs = holders.reduce(into: Set<ObjectID>()) { $0.formUnion($1) }.sorted()
    var wanted = paths
    while true {
      let names = Set(wanted.map { Array($0.name) })
      let query = TreeQuery(blobs: blobs, names: names)
      let trees = try visit(.tree, store, TreeVisitor(query, in: store))
      #expect(!trees.isBroken && trees.missing.isEmpty)
      let trace = HistoryTrace(commits, in: store, [trees], query)
      var reader = StoreReader(store)
      let compared = try trace.touching.parts.map { part in
        try trace.touching.compare(part, from: &reader)
      }
      var history = History(head: try repository.headCommit(), isTruncated: false)
      #expect(trace.show(compared) { history.add($0) })
      for entry in try repository.headTree()?.entries ?? [] where !entry.mode.isSubmodule {
        history.addToHead(entry.path, entry.id)
      }
      let grown = history.lineages(of: wanted)
      if grown.allSatisfy({ names.contains(Array($0.name)) }) {
        let values = blobs.map { blob in holders.indices.filter { holders[$0].contains(blob) } }
        return Traced(
          history: history, holdings: trace.holdings(of: values, count: holders.count),
          branchTips: commits.branchTips)
      }
      wanted = grown
    }
  }

  /// Shows all objects of a kind to a visitor.
  func visit<Visitor: PackVisitor>(
    _ kind: ObjectKind, _ store: ObjectStore, _ visitor: Visitor
  ) throws -> Visitor {
    var visitor = visitor
    let walk = ObjectWalk(store, of: kind)
    var walker = ObjectWalker()
    for piece in walk.pieces { walker.visit(piece, of: walk, &visitor) }
    var reader = BatchReader(store.repository)
    try reader.read(walker.takeUnread().sorted()) { id, _, bytes in
      let copy = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
      _ = visitor.visit(PackedObject(id: id, kind: kind, bytes: copy), legacy: nil)
      return true
    }
    return visitor
  }

  /// The age of one value.
  func age(of value: String, in name: String = "work", asOf: String = "2026-01-01") throws -> Age {
    try #require(try ages(of: [value], in: name, asOf: asOf).first)
  }

  /// The rotation of a key of files whose lines are `key: value`.
  func rotation(of key: String, in path: String, now value: String, of name: String = "work") throws
    -> Rotation?
  {
    let repository = try open(name)
    func rotation(in history: History) -> Rotation? {
      Rotations(history) { id, _ in
        var reader = BatchReader(repository)
        return (try? reader.object(id)).flatMap { $0 }.map { Self.values($0.bytes) }
      }.rotation(of: key, in: Path(path), current: Array(value.utf8))
    }
    let answer = rotation(in: try history(name))
    if let traced = try traced([], paths: [Path(path)], in: name) {
      #expect(rotation(in: traced.history) == answer)
    }
    return answer
  }

  /// The values of `key: value` lines, indented and quoted in any way.
  private static func values(_ bytes: [UInt8]) -> Rotations.Values {
    var values: Rotations.Values = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1).map { part in
        part.filter { !" '\"".contains($0) }
      }
      if parts.count == 2, !parts[1].isEmpty { values[String(parts[0])] = Array(parts[1].utf8) }
    }
    return values
  }
}

extension Age {
  /// The day since when, for comparison with a literal.
  var day: String? { since?.day }
}
