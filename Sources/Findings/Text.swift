/// Bytes to match, and the way back to the document they were made from.
public struct Text: Sendable {
  /// The bytes to match, in an encoding that keeps ASCII as it is.
  public var bytes: [UInt8]
  /// From offsets in `bytes` to offsets in the document.
  public var map: OffsetMap

  /// Text with a map; without one the bytes are the document's own.
  public init(bytes: [UInt8], map: OffsetMap = .identity) {
    self.bytes = bytes
    self.map = map
  }
}
