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
  @inlinable
  public mutating func visit<Visitor: PackVisitor>(
    _ piece: ObjectWalk.Piece, of walk: ObjectWalk, _ visitor: inout Visitor
  ) {
    // Only this part knows the visitor: it is compiled anew for each, the walk itself once.
    var legacies: [Visitor.Legacy?] = []
    show(piece, of: walk) { object, place, base in
      let legacy = visitor.visit(object, legacy: base.flatMap { legacies[$0] })
      while legacies.count > place { legacies.removeLast() }
      while legacies.count < place { legacies.append(nil) }
      legacies.append(legacy)
    }
  }

  /// Shows the objects of a piece.
  ///
  /// - Parameter show: gets each object, a place for what is made of it, and the place of what was
  ///   made of its base; `nil` exactly if it has no delta. What was made at a place and all later ones
  ///   is no longer asked for when an object gets that place.
  @usableFromInline
  mutating func show(
    _ piece: ObjectWalk.Piece, of walk: ObjectWalk,
    _ show: (_ object: PackedObject, _ place: Int, _ base: Int?) -> Void
  ) {
    switch piece.objects {
    case .families(let place, let roots):
      let part = Part(
        pack: walk.store.packs[place], names: PackNames(walk.store.packs[place]), kind: walk.kind,
        wanted: walk.wanted(ofPack: place),
        firstNumber: walk.store.firstNumber(ofPack: place))
      var stack: [Frame] = []
      for family in roots {
        allowance = family.allowance
        visit(family: Int(family.root), of: part, &stack, show)
      }
    case .loose(let places):
      for place in places { visit(Int(place), walk, show) }
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

  /// What a walk goes through: a pack, and what is asked for of it.
  private struct Part {
    let pack: Pack
    let names: PackNames
    let kind: ObjectKind
    let wanted: WantedEntries?
    let firstNumber: Int

    /// Whether an entry is to be shown.
    func wants(_ entry: Int) -> Bool { wanted?.wants(entry) ?? true }

    /// Whether an entry must be made, for itself or for a delta on it.
    func needs(_ entry: Int) -> Bool { wanted?.needs(entry) ?? true }
  }

  /// An object on whose deltas a walk is.
  private struct Frame {
    let entry: Int
    let bytes: [UInt8]
    /// Whether it was shown.
    let isShown: Bool
    /// The delta with the most below it, and the next of the others.
    let heaviest: Int?
    var next: Int?
  }

  private mutating func visit(
    family root: Int, of part: Part, _ stack: inout [Frame],
    _ show: (PackedObject, Int, Int?) -> Void
  ) {
    let pack = part.pack
    var bytes = spare.popLast() ?? []
    guard entries.inflate(root, of: pack, most: limits.whole, into: &bytes) else {
      return leave(root, of: part)
    }
    var held = bytes.count
    allowance -= held
    stack.append(self.show(root, of: part, bytes, at: 0, nil, show))
    while var base = stack.popLast() {
      guard let (entry, isLast) = step(&base, part) else {
        held -= base.bytes.count
        recycle(base.bytes)
        continue
      }
      let place = stack.count
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
        stack.append(
          self.show(
            entry, of: part, bytes, at: stack.count, base.isShown ? (base, place) : nil, show))
      } else {
        leave(entry, of: part)
      }
      if isLast {
        held -= base.bytes.count
        recycle(base.bytes)
      }
    }
  }

  /// The next delta on an object, and whether it is the last one.
  private func step(_ base: inout Frame, _ part: Part) -> (Int, isLast: Bool)? {
    while let entry = base.next {
      base.next = part.pack.forest.nextSibling(of: entry)
      if entry != base.heaviest, part.needs(entry) { return (entry, false) }
    }
    return base.heaviest.map { ($0, true) }
  }

  /// Shows an object, if it is wanted, and makes the frame for the deltas on it.
  private mutating func show(
    _ entry: Int, of part: Part, _ bytes: [UInt8], at place: Int, _ base: (Frame, place: Int)?,
    _ show: (PackedObject, Int, Int?) -> Void
  ) -> Frame {
    let pack = part.pack
    let isShown = part.wants(entry)
    if isShown {
      let delta = base.map { base, _ in
        PackedObject.Delta(
          base: .entry(part.names, base.entry), baseSize: base.bytes.count,
          operations: operations)
      }
      let object = PackedObject(
        .entry(part.names, entry), kind: part.kind, bytes: bytes, delta: delta,
        number: part.firstNumber + Int(pack.order.places[entry]))
      verify(object)
      show(object, place, base?.place)
    }
    let first = pack.forest.firstChild(of: entry)
    var heaviest: (entry: Int, weight: Int)?
    var child = first
    while let delta = child {
      let weight = pack.forest.weight(of: delta)
      if part.needs(delta), heaviest.map({ $0.weight <= weight }) ?? true {
        heaviest = (delta, weight)
      }
      child = pack.forest.nextSibling(of: delta)
    }
    return Frame(
      entry: entry, bytes: bytes, isShown: isShown, heaviest: heaviest?.entry, next: first)
  }

  private mutating func visit(
    _ place: Int, _ walk: ObjectWalk, _ show: (PackedObject, Int, Int?) -> Void
  ) {
    let loose = walk.store.loose.entries[place]
    guard let read = LooseObject(loose.path, most: limits.whole, inflater: entries.inflater),
      read.kind == walk.kind
    else {
      unread.append(loose.id)
      return
    }
    let object = PackedObject(
      .known(loose.id), kind: read.kind, bytes: read.bytes, number: walk.store.number(of: loose.id))
    verify(object)
    show(object, 0, nil)
  }

  private mutating func verify(_ object: PackedObject) {
    if limits.verifies, !object.hasItsName { misnamed.append(object.id) }
  }

  /// Notes an entry and all deltas on it as not read.
  private mutating func leave(_ entry: Int, of part: Part) {
    let pack = part.pack
    var open = [entry]
    while let entry = open.popLast() {
      guard part.needs(entry) else { continue }
      if part.wants(entry) {
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
