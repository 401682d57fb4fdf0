/// A part of a document, as SARIF counts it: lines and columns from 1, columns in UTF-16 units, the
/// end column one past the last unit.
public struct Region: Sendable, Hashable, Comparable {
  /// The first byte, from the beginning of the document (of a decoded archive member).
  public let byteOffset: Int
  /// The number of bytes.
  public let byteLength: Int
  /// The line of the first byte.
  public let startLine: Int
  /// The column of the first byte.
  public let startColumn: Int
  /// The line of the last byte.
  public let endLine: Int
  /// One past the column of the last byte.
  public let endColumn: Int

  /// A region.
  public init(
    byteOffset: Int, byteLength: Int, startLine: Int, startColumn: Int, endLine: Int,
    endColumn: Int
  ) {
    self.byteOffset = byteOffset
    self.byteLength = byteLength
    self.startLine = startLine
    self.startColumn = startColumn
    self.endLine = endLine
    self.endColumn = endColumn
  }

  /// By the first byte, then by length.
  public static func < (left: Region, right: Region) -> Bool {
    (left.byteOffset, left.byteLength) < (right.byteOffset, right.byteLength)
  }
}
