internal import Findings
internal import Glibc

/// A regular file that is read at any place, by any thread.
///
/// It is never mapped: a file that shrinks while it is read gives a reading that fails, not a signal.
@safe final class StoredFile: Sendable {
  /// The length in bytes when the file was opened.
  let size: Int
  private let descriptor: Int32
  /// The whole file, if it is held in memory; otherwise nothing.
  let content: [UInt8]

  /// Whether the whole file is held.
  var isHeld: Bool { !content.isEmpty }

  /// Opens a file; `nil` if it is not a regular one, or cannot be opened. A link is not followed.
  ///
  /// - Parameter most: up to this size the file is read at once and held.
  init?(_ path: Path, holdingUpTo most: Int = 0) {
    let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
    let descriptor = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(facts.st_size)
    var content: [UInt8] = []
    // One that shrinks just now is read part by part, as far as it goes.
    if size <= most, !Self.read(descriptor, at: 0, count: size, into: &content) { content = [] }
    self.content = content
  }

  deinit { close(descriptor) }

  /// Puts a range of the file into an array in place of what it held.
  ///
  /// - Returns: `false` if the file does not have these bytes, or no longer, or they cannot be read.
  func read(at offset: Int, count: Int, into bytes: inout [UInt8]) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    guard offset >= 0, count >= 0, count <= size, offset <= size - count else { return false }
    return Self.read(descriptor, at: offset, count: count, into: &bytes)
  }

  private static func read(
    _ descriptor: Int32, at offset: Int, count: Int, into bytes: inout [UInt8]
  ) -> Bool {
    bytes.append(addingCapacity: count) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        while initialized < count, let base = buffer.baseAddress {
          let taken = unsafe pread(
            descriptor, base + initialized, count - initialized, off_t(offset + initialized))
          if taken < 0, errno == EINTR { continue }
          if taken <= 0 { return }
          initialized += taken
        }
      }
    }
    return bytes.count == count
  }
}
