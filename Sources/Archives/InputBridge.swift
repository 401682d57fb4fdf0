internal import CLibArchive
import Glibc

/// Gives libarchive the bytes of a stream. It must live as long as the archive handle.
@safe final class InputBridge {
  private let stream: ByteStream
  /// The length of the block that libarchive looks at: it has not consumed it before it asks on.
  private var lent = 0
  /// The stream's offset that libarchive calls 0; it is 0 itself where libarchive may seek.
  let origin: Int
  /// Whether libarchive was told that there is nothing more.
  private(set) var hasEnded = false

  init(_ stream: ByteStream) {
    self.stream = stream
    origin = stream.position
  }

  var fault: ArchiveFault? { stream.fault }

  func open(_ archive: OpaquePointer, seekable: Bool) -> Int32 {
    let client = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe archive_read_set_callback_data(archive, client)
    unsafe archive_read_set_read_callback(archive) { _, client, block in
      guard let client = unsafe client else { return Int(ARCHIVE_FATAL) }
      let bridge = unsafe Unmanaged<InputBridge>.fromOpaque(client).takeUnretainedValue()
      let bytes = unsafe bridge.read()
      unsafe block?.pointee = bytes.baseAddress
      return bytes.count
    }
    if seekable {
      unsafe archive_read_set_seek_callback(archive) { _, client, offset, whence in
        guard let client = unsafe client else { return la_int64_t(ARCHIVE_FATAL) }
        let bridge = unsafe Unmanaged<InputBridge>.fromOpaque(client).takeUnretainedValue()
        return la_int64_t(bridge.seek(offset: Int(offset), whence: whence))
      }
    }
    return unsafe archive_read_open1(archive)
  }

  private func read() -> UnsafeRawBufferPointer {
    stream.consume(lent)
    let bytes = unsafe stream.available()
    lent = bytes.count
    hasEnded = lent == 0
    // As before every call that reads names, which this one is in the middle of.
    errno = 0
    return unsafe bytes
  }

  private func seek(offset: Int, whence: Int32) -> Int {
    guard let size = stream.size else { return Int(ARCHIVE_FATAL) }
    let base: Int
    switch whence {
    case SEEK_SET: base = 0
    case SEEK_CUR: base = stream.position + lent
    case SEEK_END: base = size
    default: return Int(ARCHIVE_FATAL)
    }
    let (sum, overflow) = base.addingReportingOverflow(offset)
    guard !overflow, sum >= 0 else { return Int(ARCHIVE_FATAL) }
    // Behind the end there is nothing, as with a file.
    lent = 0
    hasEnded = false
    stream.seek(to: min(sum, size))
    return stream.position
  }
}
