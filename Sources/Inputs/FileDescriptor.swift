internal import Findings
internal import Glibc

/// An open regular file, closed when it goes away.
struct FileDescriptor: ~Copyable {
  let number: CInt
  /// The size when it was opened; the file may grow or shrink while it is read.
  let size: Int
  /// Whether the file has fewer blocks than bytes: it may hold holes.
  let isSparse: Bool

  /// Why a path was not opened, or not read to its end, as a regular file.
  enum Refusal: Error, Hashable {
    case symbolicLink, special
    case failed(errno: CInt)
  }

  /// Opens a path for reading without following a link in its last part and without waiting for the
  /// other end of a FIFO; what was opened is looked at again, in case it was exchanged.
  init(opening path: Path) throws(Refusal) {
    let number = path.open(O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW)
    guard number >= 0 else {
      throw errno == ELOOP ? .symbolicLink : errno == ENXIO ? .special : .failed(errno: errno)
    }
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else {
      let code = errno
      close(number)
      throw .failed(errno: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(number)
      throw status.st_mode & S_IFMT == S_IFDIR ? .failed(errno: EISDIR) : .special
    }
    self.number = number
    size = Int(status.st_size)
    isSparse = Int(status.st_blocks) * 512 < Int(status.st_size)
  }

  deinit { close(number) }

  /// `SEEK_DATA` of lseek(2), which the C library's module does not pass on.
  private static let nextData: CInt = 3

  /// Reads into the buffer; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    let count = retryingOnInterrupt {
      unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
    }
    guard count >= 0 else { throw .failed(errno: errno) }
    return count
  }

  /// Reads up to `most` bytes from the file's beginning; fewer only if the file has no more.
  func readHead(_ most: Int) throws(Refusal) -> [UInt8] {
    var outcome = Result<Int, Refusal>.success(0)
    let head = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      outcome = Result { () throws(Refusal) in
        unsafe try read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if case .success(let read) = outcome { count = read }
    }
    _ = try outcome.get()
    return head
  }

  /// The beginning of the next data at or after an offset, or the end of the file: what lies between
  /// is a hole. The read position moves there.
  func seekData(from offset: Int) -> Int {
    let next = lseek(number, off_t(offset), Self.nextData)
    if next >= 0 { return Int(next) }
    return errno == ENXIO
      ? Int(lseek(number, 0, SEEK_END)) : Int(lseek(number, off_t(offset), SEEK_SET))
  }
}
