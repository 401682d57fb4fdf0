internal import CLibArchive

/// bzip2 by libbz2. Its smallest readable piece is a block of up to 900 KB.
@safe final class Bzip2Decompressor: Decompressor {
  /// On the heap: libbz2 remembers the address.
  private let stream: UnsafeMutablePointer<bz_stream>

  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: bz_stream())
    guard begin() else { return nil }
  }

  deinit {
    unsafe BZ2_bzDecompressEnd(stream)
    unsafe stream.deallocate()
  }

  func restart() -> Bool {
    unsafe BZ2_bzDecompressEnd(stream)
    return begin()
  }

  private func begin() -> Bool {
    unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
  }

  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodeStep {
    let given = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
    unsafe stream.pointee.avail_in = given
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    unsafe stream.pointee.avail_out = room
    let state: DecodeStep.State =
      switch unsafe BZ2_bzDecompress(stream) {
      case BZ_STREAM_END: .memberEnd
      case BZ_OK: .running
      case BZ_MEM_ERROR: .tooLarge
      default: .damaged
      }
    return unsafe DecodeStep(
      consumed: Int(given - stream.pointee.avail_in),
      produced: Int(room - stream.pointee.avail_out), state: state)
  }
}
