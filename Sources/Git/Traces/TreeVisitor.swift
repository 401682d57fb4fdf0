public import Findings

/// Notes of each tree of a walk what a query looks for, on one thread: the entries that answer it,
/// and the trees below, which may hold more of them.
///
/// Objects are known by their numbers in the store. Each new entry of a tree is looked up once; what a
/// delta copies has the numbers that it has in the base.
public struct TreeVisitor: PackVisitor, Sendable {
  /// What a tree leaves to the deltas on it: its place among those that this thread has seen.
  public struct Legacy: Sendable {
    let place: Int32
  }

  let query: TreeQuery
  private let store: ObjectStore
  /// The trees in the order in which they came.
  private(set) var trees: [Int32] = []
  /// For each tree the sum of the marks of the entries that answer the query.
  private(set) var marks: [UInt64] = []
  /// For each tree where its list of subtrees and that of its wanted blobs end.
  private(set) var subtreeEnds: [Int32] = []
  private(set) var blobEnds: [Int32] = []
  /// The subtrees, and numbers for what they are called.
  private(set) var subtrees: [Int32] = []
  private(set) var subtreeNames: [UInt64] = []
  /// Where the entries of the subtrees begin in the bytes of their trees.
  private var subtreeStarts: [Int32] = []
  /// The wanted blobs, by their places in the query.
  private(set) var blobs: [Int32] = []
  /// The blobs that trees name and the store lacks.
  public private(set) var missing: Set<ObjectID> = []
  /// Whether a tree is damaged, or names one that is not in the store, or trees have more entries than
  /// can be held: a small pack can claim any number.
  public private(set) var isBroken = false

  /// How many entries that are trees one thread holds: 1 GiB.
  private static let mostSubtrees = 64 << 20

  /// A visitor that has seen nothing.
  public init(_ query: TreeQuery, in store: ObjectStore) {
    self.query = query
    self.store = store
  }

  /// Reads a tree. O(bytes).
  public mutating func visit(_ object: PackedObject, legacy: Legacy?) -> Legacy {
    if subtrees.count > Self.mostSubtrees { isBroken = true }
    let mark = read(object, legacy)
    if let number = object.number ?? store.number(of: object.id) {
      trees.append(Int32(clamping: number))
      marks.append(mark)
      subtreeEnds.append(Int32(clamping: subtrees.count))
      blobEnds.append(Int32(clamping: blobs.count))
    } else {
      isBroken = true
    }
    return Legacy(place: Int32(clamping: trees.count - 1))
  }

  /// Reads the entries of a tree; the sum of their marks.
  private mutating func read(_ object: PackedObject, _ legacy: Legacy?) -> UInt64 {
    let bytes = object.bytes.span
    let idLength = object.idLength
    var base = BaseEntries(subtrees: entries(of: legacy), object.delta)
    var mark: UInt64 = 0
    var start = 0
    while start < bytes.count, !isBroken {
      let (mode, nameStart) = TreeCursor.mode(of: bytes, at: start)
      let name = nameStart..<bytes.firstZero(from: nameStart)
      let id = name.upperBound + 1..<name.upperBound + 1 + idLength
      guard id.upperBound <= bytes.count else {
        isBroken = true
        break
      }
      // What stands within one copy was looked at in the base.
      let known = base.place(of: start..<id.upperBound)
      if mode.isTree {
        take(bytes, name, id, at: start, base.subtree(at: known, subtreeStarts))
      } else if mode.isFile || mode.isSymbolicLink {
        // As everywhere: what is neither a directory, a file nor a link is a submodule.
        if known == nil, let id = ObjectID(bytes.extracting(id)), !store.holds(id) {
          missing.insert(id)
        }
        mark &+= answer(bytes, name, id)
      }
      start = id.upperBound
    }
    return mark
  }

  /// The places of a tree's subtrees in the list of all.
  private func entries(of tree: Legacy?) -> Range<Int> {
    guard let tree = tree.map({ Int($0.place) }), tree >= 0 else { return 0..<0 }
    return (tree == 0 ? 0 : Int(subtreeEnds[tree - 1]))..<Int(subtreeEnds[tree])
  }

  /// Takes an entry that is a tree.
  ///
  /// - Parameter known: the place of the same entry of the base, if there is one.
  private mutating func take(
    _ bytes: Span<UInt8>, _ name: Range<Int>, _ id: Range<Int>, at start: Int, _ known: Int?
  ) {
    var number: Int32
    var called: UInt64
    if let known {
      (number, called) = (subtrees[known], subtreeNames[known])
    } else {
      guard let id = ObjectID(bytes.extracting(id)) else { return }
      guard let found = store.number(of: id) else {
        // git knows the empty tree without an object.
        if id != ObjectID.emptyTree(like: id) { isBroken = true }
        return
      }
      (number, called) = (Int32(clamping: found), query.number(bytes, name))
    }
    subtrees.append(number)
    subtreeNames.append(called)
    subtreeStarts.append(Int32(clamping: start))
  }

  /// The mark that an entry adds that is no tree.
  private mutating func answer(
    _ bytes: Span<UInt8>, _ name: Range<Int>, _ id: Range<Int>
  ) -> UInt64 {
    let prefix = bytes.word64(at: id.lowerBound)
    if let blob = query.place(ofBlob: prefix, { ObjectID(bytes.extracting(id)) }) {
      blobs.append(blob)
      return query.mark(query.number(bytes, name), UInt64(blob) + 1)
    }
    return query.wants(bytes, name) ? query.mark(query.number(bytes, name), ~prefix) : 0
  }
}

/// The way back from the entries of a tree to those of the one that it is a delta on.
private struct BaseEntries {
  private let subtrees: Range<Int>
  private let operations: [DeltaOperation]
  private var operation = 0
  private var next: Int

  /// - Parameter subtrees: where the base's subtrees are in the list of all.
  init(subtrees: Range<Int>, _ delta: PackedObject.Delta?) {
    self.subtrees = subtrees
    operations = delta?.operations ?? []
    next = subtrees.lowerBound
  }

  /// Where an entry begins in the base; `nil` if it was not copied as a whole. To be asked in the
  /// order of the entries.
  mutating func place(of entry: Range<Int>) -> Int? {
    while operation < operations.count, operations[operation].target.upperBound <= entry.lowerBound
    {
      operation += 1
    }
    guard operation < operations.count, operations[operation].isCopy,
      operations[operation].target.upperBound >= entry.upperBound
    else { return nil }
    return entry.lowerBound - operations[operation].shift
  }

  /// The subtree that begins at a place of the base, by its place in the list of all.
  mutating func subtree(at place: Int?, _ starts: [Int32]) -> Int? {
    guard let place else { return nil }
    // Copies follow the order of the base, but where entries have moved.
    if next > subtrees.lowerBound, Int(starts[next - 1]) >= place { next = subtrees.lowerBound }
    while next < subtrees.upperBound, Int(starts[next]) < place { next += 1 }
    guard next < subtrees.upperBound, Int(starts[next]) == place else { return nil }
    next += 1
    return next - 1
  }
}
