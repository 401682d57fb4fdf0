internal import CLibArchive

/// xz by liblzma.
@safe final class XZDecompressor: Decompressor {
  private let stream: UnsafeMutablePointer<lzma_stream>
  private let memory: UInt64

  init?(memory: Int) {
    self.memory = UInt64(memory)
    unsafe stream = .allocate(capacity: 1)
    // All zero is what LZMA_STREAM_INIT says.
    unsafe stream.initialize(to: lzma_stream())
    guard restart() else { return nil }
  }

  deinit {
    unsafe lzma_end(stream)
    unsafe stream.deallocate()
  }

  func restart() -> Bool {
    unsafe lzma_stream_decoder(stream, memory, 0) == LZMA_OK
  }

  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodeStep {
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = input.count
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = output.count
    let state: DecodeStep.State =
      switch unsafe lzma_code(stream, LZMA_RUN) {
      case LZMA_STREAM_END: .memberEnd
      case LZMA_OK, LZMA_BUF_ERROR: .running
      case LZMA_MEMLIMIT_ERROR, LZMA_MEM_ERROR: .tooLarge
      default: .damaged
      }
    return unsafe DecodeStep(
      consumed: input.count - stream.pointee.avail_in,
      produced: output.count - stream.pointee.avail_out, state: state)
  }
}
