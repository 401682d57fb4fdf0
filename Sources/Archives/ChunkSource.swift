/// Bytes that a closure hands out.
@safe final class ChunkSource: ByteSource {
  private let pull: () throws(ArchiveReadError) -> [UInt8]?
  private var buffer = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var ended = false
  private(set) var fault: ArchiveFault?

  init(_ pull: @escaping () throws(ArchiveReadError) -> [UInt8]?) {
    self.pull = pull
  }

  deinit {
    unsafe buffer.deallocate()
  }

  func next() -> UnsafeRawBufferPointer {
    guard !ended else { return unsafe noBytes }
    do throws(ArchiveReadError) {
      guard let chunk = try pull(), !chunk.isEmpty else {
        ended = true
        return unsafe noBytes
      }
      // An array's storage has no lasting address: the block must.
      if unsafe buffer.count < chunk.count {
        unsafe buffer.deallocate()
        unsafe buffer = .allocate(byteCount: chunk.count, alignment: 16)
      }
      unsafe buffer.copyBytes(from: chunk)
      return unsafe UnsafeRawBufferPointer(rebasing: buffer[..<chunk.count])
    } catch {
      ended = true
      fault = .readFailed(error.code)
      return unsafe noBytes
    }
  }
}
