internal import Glibc

/// Reads small files that the user named: configuration, rules, keys, lists.
enum FileContents {
  /// Why a file could not be read, in words.
  struct ReadError: Error {
    let message: String
  }

  /// The largest file that is read.
  static let maximum = 64 << 20

  /// The bytes of a file; `-` is standard input.
  static func read(_ name: String) throws(ReadError) -> [UInt8] {
    let descriptor = name == "-" ? 0 : unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadError(message: text(of: errno)) }
    defer { if descriptor > 0 { close(descriptor) } }
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
