/// One step by which a delta makes an object of its base: it copies a range of the base, or it
/// inserts bytes of its own.
///
/// The operations of a delta are *joined*: two copies that follow each other in base and target are
/// one (git cuts them at 64 KiB), and so are two inserts (git cuts them at 127 bytes). There are no
/// empty ones. Their targets follow each other without gaps and cover the whole object.
public struct DeltaOperation: Sendable, Hashable {
  // A delta has as many of these as it has seams, and objects that are handed over whole are
  // smaller than 2 GiB: 12 bytes each.
  private let baseStart: Int32
  private let targetStart: Int32
  private let length: Int32

  /// An operation that copies from the base.
  ///
  /// - Parameters:
  ///   - base: where the bytes begin in the base.
  ///   - target: where they begin in the object.
  ///   - length: how many there are.
  public static func copy(base: Int, target: Int, length: Int) -> DeltaOperation {
    DeltaOperation(
      baseStart: Int32(base), targetStart: Int32(target), length: Int32(length))
  }

  /// An operation that inserts bytes that the base does not give.
  public static func insert(target: Int, length: Int) -> DeltaOperation {
    DeltaOperation(baseStart: -1, targetStart: Int32(target), length: Int32(length))
  }

  /// Whether the bytes are copied from the base.
  public var isCopy: Bool { baseStart >= 0 }

  /// The bytes of the base that are copied; `nil` for an insert.
  public var base: Range<Int>? {
    isCopy ? Int(baseStart)..<Int(baseStart) + Int(length) : nil
  }

  /// The bytes of the object that the operation makes.
  public var target: Range<Int> { Int(targetStart)..<Int(targetStart) + Int(length) }

  /// What to add to an offset in the base to get the one in the object; meaningless for an insert.
  public var shift: Int { Int(targetStart) - Int(baseStart) }
}
