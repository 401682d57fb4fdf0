/// A report as bytes.
public struct Rendering: Sendable, Hashable {
  /// The bytes; text is UTF-8 and ends in a newline.
  public let bytes: [UInt8]
  /// How many findings were left out because the format's readers take no more: to be told on the
  /// standard error. Zero for all formats without such a limit.
  public let leftOut: Int

  init(bytes: [UInt8], leftOut: Int = 0) {
    self.bytes = bytes
    self.leftOut = leftOut
  }
}
