public import Findings

/// Takes pieces of a walk and shows their objects to a visitor, on one thread.
///
/// A family of deltas is walked from its base: each entry is decompressed once, and made of the base
/// that is at hand. Of the deltas on one object the one with the most below it comes last, when the
/// object itself is no longer needed: what is held at a time is about log2(objects) of them, however
/// long the chains are.
public struct ObjectWalker: ~Copyable {
  private let limits: WalkLimits
  private var entries = EntryReader()
  private var spare: [[UInt8]] = []
  private var operations: [DeltaOperation] = []
  private var unread: [ObjectID] = []
  private var misnamed: [ObjectID] = []
  private var abandoned: (first: ObjectID, count: Int)?
  /// How many more bytes of the family may be made.
  private var allowance = 0

  /// A walker for one thread; it may take pieces of several walks.
  public init(limits: WalkLimits = WalkLimits()) { self.limits = limits }

  /// How many entries of packs were decompressed up to now.
  public var inflated: Int { entries.inflated }

  /// Shows the objects of a piece.
  public mutating func visit<Visitor: PackVisitor>(
    _ piece: ObjectWalk.Piece, of walk: ObjectWalk, _ visitor: inout Visitor
  ) {
    switch piece.objects {
    case .families(let pack, let roots):
      for family in roots {
        allowance = family.allowance
        visit(family: Int(family.root), ofPack: pack, walk, &visitor)
      }
    case .loose(let places):
      for place in places { visit(walk.store.loose.entries[Int(place)], walk, &visitor) }
    case .others(let ids): unread += ids
    }
  }

  /// The objects that could not be read here since the last call: they are damaged, too large to be
  /// held, deltas on such, or in a form that only git knows. git may be asked for each of them.
  public mutating func takeUnread() -> [ObjectID] {
    defer { unread = [] }
    return unread
  }

  /// The objects that were shown although their bytes do not have the hash that is their name.
  public mutating func takeMisnamed() -> [ObjectID] {
    defer { misnamed = [] }
    return misnamed
  }

  /// The objects that were left out since the last call, because their pack would become too much:
  /// one of them, and how many they are.
  public mutating func takeAbandoned() -> (first: ObjectID, count: Int)? {
    defer { abandoned = nil }
    return abandoned
  }

  /// An object on whose deltas a walk is.
  private struct Frame<Legacy> {
    let entry: Int
    let bytes: [UInt8]
    /// What the visitor made of it; `nil` if it was not shown.
    let legacy: Legacy?
    /// The delta with the most below it, and the next of the others.
    let heaviest: Int?
    var next: Int?
  }

  private mutating func visit<Visitor: PackVisitor>(
    family root: Int, ofPack place: Int, _ walk: ObjectWalk, _ visitor: inout Visitor
  ) {
    let pack = walk.store.packs[place]
    var bytes = spare.popLast() ?? []
    guard entries.inflate(root, of: pack, most: limits.whole, into: &bytes) else {
      return leave(root, ofPack: place, walk)
    }
    var held = bytes.count
    allowance -= held
    var stack: [Frame<Visitor.Legacy>] = []
    stack.append(show(root, place, walk, bytes, nil, &visitor))
    while var base = stack.popLast() {
      guard let (entry, isLast) = step(&base, place, walk) else {
        held -= base.bytes.count
        recycle(base.bytes)
        continue
      }
      if !isLast { stack.append(base) }
      var bytes = spare.popLast() ?? []
      let isMade =
        held <= limits.held && allowance >= 0
        && entries.apply(
          entry, of: pack, to: base.bytes, most: limits.whole, into: &bytes,
          operations: &operations)
      if isMade {
        held += bytes.count
        allowance -= bytes.count
        let delta = base.legacy.map { legacy in
          (
            PackedObject.Delta(
              base: pack.id(of: base.entry), baseSize: base.bytes.count, operations: operations),
            legacy
          )
        }
        stack.append(show(entry, place, walk, bytes, delta, &visitor))
      } else {
        leave(entry, ofPack: place, walk)
      }
      if isLast {
        held -= base.bytes.count
        recycle(base.bytes)
      }
    }
  }

  /// The next delta on an object, and whether it is the last one.
  private func step<Legacy>(
    _ base: inout Frame<Legacy>, _ place: Int, _ walk: ObjectWalk
  ) -> (Int, isLast: Bool)? {
    let forest = walk.store.packs[place].forest
    while let entry = base.next {
      base.next = forest.nextSibling(of: entry)
      if entry != base.heaviest, walk.needs(entry, ofPack: place) { return (entry, false) }
    }
    return base.heaviest.map { ($0, true) }
  }

  /// Shows an object, if it is wanted, and makes the frame for the deltas on it.
  private mutating func show<Visitor: PackVisitor>(
    _ entry: Int, _ place: Int, _ walk: ObjectWalk, _ bytes: [UInt8],
    _ delta: (PackedObject.Delta, legacy: Visitor.Legacy)?, _ visitor: inout Visitor
  ) -> Frame<Visitor.Legacy> {
    let pack = walk.store.packs[place]
    var legacy: Visitor.Legacy?
    if walk.wants(entry, ofPack: place) {
      let object = PackedObject(
        id: pack.id(of: entry), kind: walk.kind, bytes: bytes, delta: delta?.0)
      verify(object)
      legacy = visitor.visit(object, legacy: delta?.legacy)
    }
    let first = pack.forest.firstChild(of: entry)
    var heaviest: Int?
    var child = first
    while let delta = child {
      if walk.needs(delta, ofPack: place),
        heaviest.map({ pack.forest.weights[$0] <= pack.forest.weights[delta] }) ?? true
      {
        heaviest = delta
      }
      child = pack.forest.nextSibling(of: delta)
    }
    return Frame(entry: entry, bytes: bytes, legacy: legacy, heaviest: heaviest, next: first)
  }

  private mutating func visit<Visitor: PackVisitor>(
    _ loose: LooseObjects.Entry, _ walk: ObjectWalk, _ visitor: inout Visitor
  ) {
    guard let read = LooseObject(loose.path, most: limits.whole, inflater: entries.inflater),
      read.kind == walk.kind
    else {
      unread.append(loose.id)
      return
    }
    let object = PackedObject(id: loose.id, kind: read.kind, bytes: read.bytes)
    verify(object)
    _ = visitor.visit(object, legacy: nil)
  }

  private mutating func verify(_ object: PackedObject) {
    if limits.verifies, !object.hasItsName { misnamed.append(object.id) }
  }

  /// Notes an entry and all deltas on it as not read.
  private mutating func leave(_ entry: Int, ofPack place: Int, _ walk: ObjectWalk) {
    let pack = walk.store.packs[place]
    var open = [entry]
    while let entry = open.popLast() {
      guard walk.needs(entry, ofPack: place) else { continue }
      if walk.wants(entry, ofPack: place) {
        // git would make as much of it.
        if allowance < 0 {
          abandoned = (abandoned?.first ?? pack.id(of: entry), (abandoned?.count ?? 0) + 1)
        } else {
          unread.append(pack.id(of: entry))
        }
      }
      var child = pack.forest.firstChild(of: entry)
      while let delta = child {
        open.append(delta)
        child = pack.forest.nextSibling(of: delta)
      }
    }
  }

  /// Keeps a buffer for the next object, unless it is a large one.
  private mutating func recycle(_ bytes: [UInt8]) {
    if bytes.capacity <= 1 << 20, spare.count < 16 { spare.append(bytes) }
  }
}
