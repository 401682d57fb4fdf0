import Glibc

/// An open file, pipe or device.
@safe final class DescriptorSource: ByteSource {
  private static let blockSize = 256 << 10
  /// Who seeks often wants little: blocks begin small then, and grow.
  private static let firstBlockSize = 8 << 10

  private let descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  private var offset = 0
  private var wanted = blockSize
  private var ended = false
  private(set) var fault: ArchiveFault?
  let size: Int?

  /// A regular file is read by `pread(2)` from its start: the descriptor's own place stays.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    unsafe buffer = .allocate(byteCount: Self.blockSize, alignment: 4096)
    var status = stat()
    let known = unsafe fstat(descriptor, &status) == 0
    size = known && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit {
    unsafe buffer.deallocate()
  }

  func seek(to offset: Int) {
    self.offset = max(offset, 0)
    wanted = Self.firstBlockSize
    ended = false
  }

  func copy(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      // Who wants these bytes has another way to them, which tells what is wrong.
      guard count > 0 || count < 0 && errno == EINTR else { break }
      done += max(count, 0)
    }
    return done
  }

  func next() -> UnsafeRawBufferPointer {
    guard !ended else { return unsafe noBytes }
    let count = read()
    wanted = min(wanted * 4, Self.blockSize)
    guard count > 0 else {
      ended = true
      return unsafe noBytes
    }
    offset += count
    return unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }

  private func read() -> Int {
    while true {
      let count =
        unsafe size == nil
        ? Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        : pread(descriptor, buffer.baseAddress, wanted, off_t(offset))
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // A caller may hand over a pipe that does not block.
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&wanted, 1, -1)
      default:
        fault = .readFailed(errno)
        return 0
      }
    }
  }
}
