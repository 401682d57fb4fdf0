/// The value of a hash function or a message authentication code.
public struct Digest: Sendable, Hashable {
  /// 20 bytes from ``SHA1``, 32 from ``SHA256`` and ``HMACSHA256``.
  public let bytes: [UInt8]

  /// Takes bytes that were computed or stored before.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The bytes in lower-case hexadecimal.
  public var hex: String { bytes.hex }
}

extension Digest: CustomStringConvertible {
  /// ``hex``.
  public var description: String { hex }
}
