public import Findings

/// The kind of a git object.
public enum ObjectKind: String, Sendable, Hashable {
  case blob, tree, commit, tag

  /// Reads the name; a listing has millions of them, so no text is made.
  init?(_ name: ArraySlice<UInt8>) {
    if name.elementsEqual("blob".utf8) {
      self = .blob
    } else if name.elementsEqual("tree".utf8) {
      self = .tree
    } else if name.elementsEqual("commit".utf8) {
      self = .commit
    } else if name.elementsEqual("tag".utf8) {
      self = .tag
    } else {
      return nil
    }
  }
}

/// What a reader has to say about one object.
public enum ObjectReading: Sendable, Hashable {
  /// The bytes are the whole object.
  case whole(ObjectKind)
  /// The bytes are a part of an object that is too large to be held: all parts come one after
  /// another, and the last one ends at `size`.
  case part(ObjectKind, offset: Int, size: Int)
  /// The object is larger than the limit; it was not read, and there are no bytes.
  case tooLarge(ObjectKind, size: Int)
  /// The object is not in the repository; there are no bytes.
  case missing
  /// The object is damaged; the bytes are what could be read of it, behind the parts that were
  /// already handed over.
  case corrupt
}

extension ObjectReading {
  /// Whether nothing more comes of the object after so many bytes.
  public func isLast(_ count: Int) -> Bool {
    guard case .part(_, let offset, let size) = self else { return true }
    return offset + count >= size
  }
}

/// What a reader does with large objects, in bytes.
public struct ReadingLimits: Sendable, Hashable {
  /// Objects up to this size are handed over whole.
  public var whole: Int
  /// The size of the parts of a larger object.
  public var part: Int
  /// Objects above this size are not read.
  public var most: Int

  /// Limits.
  public init(whole: Int = 16 << 20, part: Int = 1 << 20, most: Int = 1 << 30) {
    self.whole = max(0, whole)
    self.part = max(1, part)
    self.most = most
  }
}

/// Reads objects and shows them to a visitor.
///
/// A reader is used by one thread at a time, and calls the visitor on the thread that called it.
/// For work on several threads give each one a reader of its own.
public protocol ObjectReader: ~Copyable {
  /// Shows each of the objects to a visitor: its name, what was read, and the bytes, which live only
  /// as long as the call. The order is the reader's; parts of one object follow each other.
  ///
  /// A missing or damaged object is an answer like any other, and reading goes on. The visitor
  /// returns `false` to stop.
  ///
  /// - Throws: what stops all reading, for example a repository that git does not understand.
  mutating func read(
    _ ids: [ObjectID], _ visit: (ObjectID, ObjectReading, Span<UInt8>) -> Bool
  ) throws(GitError)

  /// One whole object; `nil` if it is missing, damaged or too large.
  mutating func object(_ id: ObjectID) throws(GitError) -> (kind: ObjectKind, bytes: [UInt8])?
}

extension ObjectReader where Self: ~Copyable {
  /// One whole object, copied out of what ``read(_:_:)`` gives.
  public mutating func object(_ id: ObjectID) throws(GitError) -> (
    kind: ObjectKind, bytes: [UInt8]
  )? {
    var found: (kind: ObjectKind, bytes: [UInt8])?
    try read([id]) { _, reading, bytes in
      if case .whole(let kind) = reading {
        found = (kind, copy(bytes))
      }
      return true
    }
    return found
  }
}

/// The bytes of a span as an array.
func copy(_ bytes: Span<UInt8>) -> [UInt8] {
  unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
}
