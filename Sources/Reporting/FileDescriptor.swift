import Glibc

/// A number of the system's calls went wrong with.
struct SystemError: Error {
  let number: Int32

  init(number: Int32 = errno) { self.number = number }
}

/// An open file, closed at the end of its life at the latest.
struct FileDescriptor: ~Copyable {
  private var number: Int32

  /// Takes the file that `open` gives.
  init(_ open: () -> Int32) throws(SystemError) {
    repeat { number = open() } while number < 0 && errno == EINTR
    guard number >= 0 else { throw SystemError() }
  }

  deinit { if number >= 0 { Glibc.close(number) } }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress, buffer.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw SystemError()
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Waits until the bytes are on the disk. A file system that cannot say so is believed.
  func synchronize() throws(SystemError) {
    guard fsync(number) == 0 || errno == EINVAL || errno == ENOTSUP else { throw SystemError() }
  }

  /// Closes the file and says if bytes were lost, as they can be on a network.
  consuming func close() throws(SystemError) {
    let result = Glibc.close(number)
    let failure = errno
    number = -1
    guard result == 0 || failure == EINTR else { throw SystemError(number: failure) }
  }
}
