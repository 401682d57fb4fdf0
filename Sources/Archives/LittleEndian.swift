extension UnsafeRawBufferPointer {
  /// The 16 bits at an offset, the lowest byte first.
  func little16(_ offset: Int) -> Int {
    unsafe Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// The 32 bits at an offset, the lowest byte first.
  func little32(_ offset: Int) -> Int {
    unsafe little16(offset) | little16(offset + 2) << 16
  }
}
