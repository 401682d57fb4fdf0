/// The bytes of one file, index entry, blob, archive member or standard input, or a segment of one
/// that is too large to be held whole.
public struct Document: Sendable {
  /// Where a segment begins in its whole.
  public struct Start: Sendable, Hashable {
    /// Bytes before the segment.
    public let offset: Int
    /// Newlines before the segment.
    public let lines: Int
    /// UTF-16 units between the last newline before the segment and its first byte, counted by
    /// ``UTF16Units``.
    public let columns: Int

    /// A start.
    public init(offset: Int, lines: Int, columns: Int) {
      self.offset = offset
      self.lines = lines
      self.columns = columns
    }

    /// The beginning of a document.
    public static let zero = Start(offset: 0, lines: 0, columns: 0)
  }

  /// The bytes, in an encoding that keeps ASCII as it is: UTF-16 has been transcoded to UTF-8.
  public let bytes: [UInt8]
  /// From offsets in `bytes` to offsets in the segment as it was stored.
  public let map: OffsetMap
  /// Where they came from.
  public let origin: Origin
  /// Where the segment begins in its whole.
  public let start: Start
  /// The part of `bytes` that this segment answers for: a finding belongs to the segment whose
  /// owned range holds its first byte. What lies around it is context shared with the neighbours.
  public let owned: Range<Int>

  /// A document, whole unless a start and an owned range are given.
  public init(
    bytes: [UInt8], map: OffsetMap = .identity, origin: Origin, start: Start = .zero,
    owned: Range<Int>? = nil
  ) {
    self.bytes = bytes
    self.map = map
    self.origin = origin
    self.start = start
    self.owned = owned ?? 0..<bytes.count
  }

  /// Whether the document is all of its origin.
  public var isWhole: Bool { start == .zero && owned == 0..<bytes.count }
}
