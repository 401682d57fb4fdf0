/// Numbers of git's binary files: big-endian, at any place.
extension Span<UInt8> {
  // The loads check their bounds; unsafe is only that they make a number of any bytes.

  /// Four bytes as a number.
  func word32(at offset: Int) -> UInt32 {
    unsafe UInt32(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Eight bytes as a number.
  func word64(at offset: Int) -> UInt64 {
    unsafe UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
