internal import CLibArchive

/// Zstandard by libzstd.
@safe final class ZstdDecompressor: Decompressor {
  /// The shortest input from which libzstd learns the length of a frame's header.
  private static let shortestHeader = 5

  private let stream: OpaquePointer
  /// What libzstd wants to see next: mostly one block. A call that fails gives out nothing of
  /// what it decoded, and so no call may see more than that.
  private var wanted = shortestHeader

  init?(memory: Int) {
    guard let stream = unsafe ZSTD_createDStream() else { return nil }
    unsafe self.stream = stream
    // The window is nearly all of the memory, and a power of two.
    let windowBits = Int32(Int.bitWidth - 1 - max(memory, 1 << 10).leadingZeroBitCount)
    _ = unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, windowBits)
  }

  deinit {
    unsafe ZSTD_freeDStream(stream)
  }

  func restart() -> Bool {
    wanted = Self.shortestHeader
    return unsafe ZSTD_isError(ZSTD_DCtx_reset(stream, ZSTD_reset_session_only)) == 0
  }

  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodeStep {
    let given = min(input.count, wanted)
    var from = unsafe ZSTD_inBuffer(src: input.baseAddress, size: given, pos: 0)
    var to = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let status = unsafe ZSTD_decompressStream(stream, &to, &from)
    return unsafe DecodeStep(consumed: from.pos, produced: to.pos, state: state(status))
  }

  private func state(_ status: Int) -> DecodeStep.State {
    guard ZSTD_isError(status) != 0 else {
      wanted = status
      return status == 0 ? .memberEnd : .running
    }
    switch ZSTD_getErrorCode(status) {
    case ZSTD_error_frameParameter_windowTooLarge, ZSTD_error_memory_allocation: return .tooLarge
    // The checksum is not consumed then.
    case ZSTD_error_checksum_wrong: return .checkFailed(rest: wanted)
    default: return .damaged
    }
  }
}
