internal import CLibArchive
import Glibc

/// gzip by zlib, which checks each member's checksum and length.
@safe final class GzipDecompressor: Decompressor {
  /// 15 bits of window, and 16 to ask for a gzip header (zlib's manual, `inflateInit2`).
  private static let gzipWindow: Int32 = 15 + 16

  /// On the heap: zlib remembers the address.
  private let stream: UnsafeMutablePointer<z_stream>

  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, Self.gzipWindow, ZLIB_VERSION, size) == Z_OK else {
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func restart() -> Bool {
    unsafe inflateReset(stream) == Z_OK
  }

  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodeStep {
    let given = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.pointee.avail_in = given
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = room
    let status = unsafe inflate(stream, Z_NO_FLUSH)
    return unsafe DecodeStep(
      consumed: Int(given - stream.pointee.avail_in),
      produced: Int(room - stream.pointee.avail_out), state: state(status))
  }

  private func state(_ status: Int32) -> DecodeStep.State {
    switch status {
    case Z_STREAM_END: return .memberEnd
    case Z_OK, Z_BUF_ERROR: return .running
    case Z_MEM_ERROR: return .tooLarge
    default:
      // The content is out when its checksum is compared, and so the next member can be read:
      // behind a wrong checksum lie the four bytes of the length.
      if hasMessage("incorrect data check") { return .checkFailed(rest: 4) }
      if hasMessage("incorrect length check") { return .checkFailed(rest: 0) }
      return .damaged
    }
  }

  private func hasMessage(_ text: StaticString) -> Bool {
    guard let message = unsafe stream.pointee.msg else { return false }
    return unsafe strncmp(message, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
