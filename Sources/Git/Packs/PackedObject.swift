internal import Digests
public import Findings

/// An object as a walk through packs hands it over: its bytes, and how they come from its base.
public struct PackedObject: Sendable {
  /// How an object was made of another one.
  public struct Delta: Sendable {
    /// The base, which was handed over before, on the same thread.
    ///
    /// git chooses a base for its size, not for history: it may be a newer version of the same file
    /// or another file altogether.
    public var base: ObjectID { name.id }
    private let name: ObjectName
    /// The length of the base in bytes: an operation that copies up to here touches its end.
    public let baseSize: Int
    /// The operations, joined: see ``DeltaOperation``. Never empty but for an empty object.
    public let operations: [DeltaOperation]

    /// A delta.
    public init(base: ObjectID, baseSize: Int, operations: [DeltaOperation]) {
      self.init(base: .known(base), baseSize: baseSize, operations: operations)
    }

    init(base: ObjectName, baseSize: Int, operations: [DeltaOperation]) {
      name = base
      self.baseSize = baseSize
      self.operations = operations
    }
  }

  /// The object's name, looked up at each call.
  public var id: ObjectID { name.id }
  /// The length of the name in bytes.
  var idLength: Int { name.length }
  private let name: ObjectName
  /// What it is. A delta and its base are of the same kind.
  public let kind: ObjectKind
  /// The whole content. Keeping it keeps a buffer from being used again, and costs no copy.
  public let bytes: [UInt8]
  /// How the content comes from a base that was handed over before; `nil` for a base object, a
  /// loose one, and one whose base was not handed over (not asked for, in another pack already,
  /// over a limit, or damaged).
  public let delta: Delta?
  /// Its number in the store that it comes from; `nil` where that is not known.
  let number: Int?

  /// An object.
  public init(id: ObjectID, kind: ObjectKind, bytes: [UInt8], delta: Delta? = nil) {
    self.init(.known(id), kind: kind, bytes: bytes, delta: delta, number: nil)
  }

  /// An object of a store.
  init(
    _ name: ObjectName, kind: ObjectKind, bytes: [UInt8], delta: Delta? = nil, number: Int?
  ) {
    self.name = name
    self.kind = kind
    self.bytes = bytes
    self.delta = delta
    self.number = number
  }

  /// Whether the bytes have the hash that is the object's name. O(bytes).
  var hasItsName: Bool {
    let id = id
    let header = Array("\(kind.rawValue) \(bytes.count)\0".utf8)
    if id.count == 20 {
      var hash = SHA1()
      hash.update(header.span)
      hash.update(bytes.span)
      return hash.digest().bytes == id.bytes
    }
    var hash = SHA256()
    hash.update(header.span)
    hash.update(bytes.span)
    return hash.digest().bytes == id.bytes
  }
}
