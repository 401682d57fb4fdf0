/// Bytes in memory that outlive the walk.
@safe final class MemorySource: ByteSource {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// - Parameter bytes: must stay valid as long as the source is read.
  @unsafe init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = unsafe bytes
  }

  let fault: ArchiveFault? = nil
  var size: Int? { unsafe bytes.count }

  func seek(to offset: Int) {
    self.offset = unsafe min(max(offset, 0), bytes.count)
  }

  func copy(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let start = unsafe min(max(offset, 0), bytes.count)
    let count = unsafe min(buffer.count, bytes.count - start)
    unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]))
    return count
  }

  /// In pieces, so that the ratio of what came out to what went in is known on the way.
  func next() -> UnsafeRawBufferPointer {
    let end = unsafe min(bytes.count, offset + (256 << 10))
    defer { offset = end }
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
  }
}
