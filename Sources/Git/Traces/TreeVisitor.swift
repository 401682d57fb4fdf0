public import Findings

/// Notes of each tree of a walk what a query looks for, on one thread: the entries that answer it,
/// and the trees below, which may hold more of them.
public struct TreeVisitor: PackVisitor, Sendable {
  /// Trees leave nothing to the deltas on them.
  public struct Legacy: Sendable {}

  let query: TreeQuery
  private let store: ObjectStore
  /// The trees in the order in which they came, by the beginnings of their names.
  private(set) var trees: [UInt64] = []
  /// For each tree the sum of the marks of the entries that answer the query.
  private(set) var marks: [UInt64] = []
  /// For each tree where its list of subtrees and that of its wanted blobs end.
  private(set) var subtreeEnds: [Int32] = []
  private(set) var blobEnds: [Int32] = []
  /// The subtrees by the beginnings of their names, and numbers for what they are called.
  private(set) var subtrees: [UInt64] = []
  private(set) var subtreeNames: [UInt64] = []
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
    let bytes = object.bytes.span
    let idLength = object.id.count
    let operations = object.delta?.operations ?? []
    var operation = 0
    var mark: UInt64 = 0
    var start = 0
    if subtrees.count > Self.mostSubtrees { isBroken = true }
    while start < bytes.count, !isBroken {
      var place = start
      var mode: UInt32 = 0
      while place < bytes.count, bytes[place] != 0x20 {
        mode = mode << 3 | UInt32(bytes[place] & 7)
        place += 1
      }
      let name = min(place + 1, bytes.count)..<bytes.firstZero(from: min(place + 1, bytes.count))
      let id = name.upperBound + 1
      let end = id + idLength
      guard end <= bytes.count else {
        isBroken = true
        break
      }
      // What stands within one copy was looked at in the base.
      while operation < operations.count, operations[operation].target.upperBound <= start {
        operation += 1
      }
      let isKnown =
        operation < operations.count && operations[operation].isCopy
        && operations[operation].target.upperBound >= end
      mark &+= take(mode, bytes, name: name, id: id..<end, isKnown: isKnown)
      start = end
    }
    trees.append(object.id.prefix)
    marks.append(mark)
    subtreeEnds.append(Int32(clamping: subtrees.count))
    blobEnds.append(Int32(clamping: blobs.count))
    return Legacy()
  }

  /// Takes an entry; the mark that it adds.
  private mutating func take(
    _ mode: UInt32, _ bytes: Span<UInt8>, name: Range<Int>, id: Range<Int>, isKnown: Bool
  ) -> UInt64 {
    let kind = FileMode(bits: mode)
    // As everywhere: what is neither a directory, a file nor a link is a submodule.
    guard kind.isTree || kind.isFile || kind.isSymbolicLink else { return 0 }
    if !isKnown, let id = ObjectID(bytes.extracting(id)), !store.holds(id) {
      if !kind.isTree {
        missing.insert(id)
      } else if id != ObjectID.emptyTree(like: id) {
        isBroken = true
      }
    }
    let prefix = bytes.word64(at: id.lowerBound)
    if kind.isTree {
      subtrees.append(prefix)
      subtreeNames.append(query.number(bytes, name))
      return 0
    }
    if let blob = query.place(ofBlob: prefix, { ObjectID(bytes.extracting(id)) }) {
      blobs.append(blob)
      return query.mark(query.number(bytes, name), UInt64(blob) + 1)
    }
    return query.wants(bytes, name) ? query.mark(query.number(bytes, name), ~prefix) : 0
  }
}
