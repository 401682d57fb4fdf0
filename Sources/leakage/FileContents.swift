internal import Glibc

/// Reads small files that the user named: configuration, rules, keys, lists.
enum FileContents {
  /// Why a file could not be read, in words.
  struct ReadError: Error {
    let message: String
    /// Whether there is no such file.
    var isAbsence = false
  }

  /// The largest file that is read.
  static let maximum = 64 << 20

  /// The bytes of a file; `-` is standard input. A FIFO will do, such as a shell makes of `<(…)`.
  static func read(_ name: String) throws(ReadError) -> [UInt8] {
    try name == "-" ? contents(of: 0) : read(name, flags: 0) { _ throws(ReadError) in }
  }

  /// The bytes of a file that nobody named but that was found: a regular one, or whoever laid it
  /// there could make the process wait for ever.
  static func readFound(_ name: String) throws(ReadError) -> [UInt8] {
    try read(name, flags: O_NONBLOCK) { descriptor throws(ReadError) in
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw ReadError(message: "is no regular file")
      }
    }
  }

  private static func read(
    _ name: String, flags: CInt, check: (CInt) throws(ReadError) -> Void
  ) throws(ReadError) -> [UInt8] {
    let descriptor = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags)
    guard descriptor >= 0 else {
      let code = errno
      throw ReadError(message: text(of: code), isAbsence: code == ENOENT)
    }
    defer { close(descriptor) }
    try check(descriptor)
    return try contents(of: descriptor)
  }

  private static func contents(of descriptor: CInt) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw ReadError(message: text(of: errno))
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > maximum { throw ReadError(message: "is larger than 64 MiB") }
    }
  }

  private static func text(of code: CInt) -> String {
    unsafe String(cString: strerror(code))
  }
}
