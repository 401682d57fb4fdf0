/// A scalar: its decoded bytes and how it was written.
public struct YAMLScalar: Sendable {
  /// The ways to write a scalar, as YAML names them.
  public enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// How it was written.
  public let style: Style

  // Most scalars stand in the input as they decode, so they share its storage instead of having
  // their own; 32 bits keep a node small.
  private let storage: [UInt8]
  private let lower: UInt32
  private let upper: UInt32
  private let contentLower: UInt32
  private let contentUpper: UInt32

  /// A scalar whose decoded bytes are `storage[range]`.
  init(style: Style, storage: [UInt8], range: Range<Int>, contentRange: Range<Int>) {
    self.style = style
    self.storage = storage
    lower = UInt32(truncatingIfNeeded: range.lowerBound)
    upper = UInt32(truncatingIfNeeded: range.upperBound)
    contentLower = UInt32(truncatingIfNeeded: contentRange.lowerBound)
    contentUpper = UInt32(truncatingIfNeeded: contentRange.upperBound)
  }

  /// The decoded bytes, without a copy: where nothing had to be decoded this is a slice of the
  /// input, which it keeps in memory. Its indices do not start at 0. Bytes that YAML forbids are
  /// there as the input has them, so this need not be UTF-8.
  public var bytes: ArraySlice<UInt8> { storage[Int(lower)..<Int(upper)] }

  /// The decoded bytes as an array of their own.
  public var value: [UInt8] { Array(bytes) }

  /// How many bytes it decodes to.
  public var count: Int { Int(upper - lower) }

  /// The decoded text; bytes that are no UTF-8 are shown as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of the input that hold the content: all of a plain scalar, what stands between the
  /// quotes, or the lines of a block, from the start of the line below its header to the end of
  /// the last line that is not blank, line breaks and indentation included.
  public var contentRange: Range<Int> { Int(contentLower)..<Int(contentUpper) }

  /// Whether the decoded bytes are those of `text`, without making a string.
  public func equals(_ text: String) -> Bool {
    count == text.utf8.count && bytes.elementsEqual(text.utf8)
  }
}
