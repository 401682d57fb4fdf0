public import Findings

/// Reads objects of a store one by one, in any order, on one thread. What packs do not give is read
/// through git.
///
/// Objects that deltas are made of are kept for a while: the next version of a tree is mostly a delta
/// on the one before, or the other way round.
public struct StoreReader: ObjectReader, ~Copyable {
  private let store: ObjectStore
  private let limits: ReadingLimits
  private var entries = EntryReader()
  private var cache: EntryCache
  private var operations: [DeltaOperation] = []
  /// Objects that were read just now, by their names: a tree is read once as the newer one and once
  /// as the older one.
  private var recent = [Recent?](repeating: nil, count: slots)
  private var git: BatchReader
  private var failures = 0

  private struct Recent {
    let id: ObjectID
    let kind: ObjectKind
    let bytes: [UInt8]
  }
  private static let slots = 512
  private static let longestRecent = 16 << 10

  /// How many objects git may fail to read: it dies on each, and is started again.
  private static let mostFailures = 100

  /// A reader; git is started when it is needed.
  ///
  /// - Parameter held: how many bytes of objects are kept.
  public init(
    _ store: ObjectStore, limits: ReadingLimits = ReadingLimits(), held: Int = 48 << 20
  ) {
    self.store = store
    self.limits = limits
    cache = EntryCache(most: held)
    git = BatchReader(store.repository, limits: limits)
  }

  public mutating func read(
    _ ids: [ObjectID], _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError) {
    for id in ids {
      if let (kind, bytes) = stored(id) {
        guard visit(id, .whole(kind), bytes.span) else { return }
        continue
      }
      var goesOn = true
      try readByGit(id) { id, reading, bytes in
        goesOn = visit(id, reading, bytes)
        return goesOn
      }
      if !goesOn { return }
    }
  }

  public mutating func object(_ id: ObjectID) throws(GitError) -> (
    kind: ObjectKind, bytes: [UInt8]
  )? {
    if let found = stored(id) { return found }
    var found: (kind: ObjectKind, bytes: [UInt8])?
    try readByGit(id) { _, reading, bytes in
      if case .whole(let kind) = reading { found = (kind, copy(bytes)) }
      return true
    }
    return found
  }

  /// What git wrote to its standard error up to now, made safe to show.
  public mutating func takeComplaints() -> [String] { git.takeComplaints() }

  private mutating func readByGit(
    _ id: ObjectID, _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError) {
    // The store knows all objects: git need not be asked for one that is not there.
    guard store.holds(id) else {
      _ = visit(id, .missing, [UInt8]().span)
      return
    }
    guard failures < Self.mostFailures else {
      _ = visit(id, .corrupt, [UInt8]().span)
      return
    }
    var isRead = true
    try git.read([id]) { id, reading, bytes in
      if reading == .missing || reading == .corrupt { isRead = false }
      return visit(id, reading, bytes)
    }
    if !isRead { failures += 1 }
  }

  /// An object of a pack or a loose one; `nil` if it cannot be read here, or is too large.
  private mutating func stored(_ id: ObjectID) -> (kind: ObjectKind, bytes: [UInt8])? {
    let slot = Int(truncatingIfNeeded: id.prefix) & (Self.slots - 1)
    if let known = recent[slot], known.id == id { return (known.kind, known.bytes) }
    for place in store.packs.indices {
      let pack = store.packs[place]
      if let entry = pack.entry(of: id), let kind = pack.kind(of: entry),
        let bytes = bytes(of: entry, of: pack, at: place)
      {
        if bytes.count <= Self.longestRecent {
          recent[slot] = Recent(id: id, kind: kind, bytes: bytes)
        }
        return (kind, bytes)
      }
    }
    return store.loose.entry(of: id)
      .flatMap { LooseObject($0.path, most: limits.whole, inflater: entries.inflater) }
      .map { ($0.kind, $0.bytes) }
  }

  /// Makes an entry from the nearest base that is kept.
  private mutating func bytes(of entry: Int, of pack: Pack, at place: Int) -> [UInt8]? {
    var chain: [Int] = []
    var next = entry
    var bytes: [UInt8] = []
    while true {
      if let known = cache[place, next] {
        bytes = known
        break
      }
      guard let base = pack.forest.base(of: next) else {
        guard entries.inflate(next, of: pack, most: limits.whole, into: &bytes) else { return nil }
        cache[place, next] = bytes
        break
      }
      chain.append(next)
      next = base
    }
    for entry in chain.reversed() {
      var made: [UInt8] = []
      guard
        entries.apply(
          entry, of: pack, to: bytes, most: limits.whole, into: &made, operations: &operations)
      else { return nil }
      cache[place, entry] = made
      bytes = made
    }
    return bytes
  }
}
