public import Findings
import Glibc

/// Writes a report to a file so that a reader finds the old report or the new one, never a part.
public enum OutputFile {
  /// Writes the bytes to a temporary file in the same folder, flushes it to the disk and renames it
  /// over the path. The file is readable by its owner only, also if it was not before: it says where
  /// secrets are. A symbolic link stays, and the file it names is replaced.
  ///
  /// Devices, pipes and everything in `/dev` and `/proc` are written in place. Writing to a pipe
  /// whose reader has gone raises SIGPIPE; a process that ignores it gets the error.
  ///
  /// - Throws: ``OutputError``; the temporary file is gone then, and an old file is as it was.
  public static func write(_ bytes: [UInt8], to path: Path) throws(OutputError) {
    try write(to: path) { take in take(bytes) }
  }

  /// As above, of bytes that come piece by piece.
  ///
  /// - Parameter body: hands the pieces to its argument.
  public static func write(
    to path: Path, _ body: (_ take: ([UInt8]) -> Void) -> Void
  ) throws(OutputError) {
    do throws(SystemError) {
      guard !path.bytes.contains(0) else { throw SystemError(number: EINVAL) }
      switch try kind(of: path) {
      case .absent: try replace(path, by: body)
      case .inPlace: try append(body, to: path)
      case .regular: try replace(resolved(path), by: body)
      }
    } catch {
      throw OutputError(path: path, number: error.number)
    }
  }

  private enum Kind { case absent, regular, inPlace }

  private static func kind(of path: Path) throws(SystemError) -> Kind {
    var status = stat()
    let result = unsafe path.withCString { unsafe stat($0, &status) }
    if result != 0 {
      guard errno == ENOENT else { throw SystemError() }
      return .absent
    }
    let format = status.st_mode & S_IFMT
    if format == S_IFDIR { throw SystemError(number: EISDIR) }
    // `/dev/stdout` can lead to a regular file, which the shell that opened it wants to keep.
    let isSystem = path.bytes.starts(with: "/dev/".utf8) || path.bytes.starts(with: "/proc/".utf8)
    if format != S_IFREG || isSystem { return .inPlace }
    // Renaming needs no permission for the file itself, but who made it read-only meant it.
    guard unsafe path.withCString({ unsafe access($0, W_OK) }) == 0 else { throw SystemError() }
    return .regular
  }

  private static func resolved(_ path: Path) throws(SystemError) -> Path {
    let real: [UInt8]? = unsafe path.withCString { name in
      guard let text = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(text) }
      return unsafe Array(
        UnsafeBufferPointer(start: text, count: strlen(text)).lazy.map { UInt8(bitPattern: $0) })
    }
    guard let real else { throw SystemError() }
    return Path(bytes: real)
  }

  /// Writes the pieces that come; after a failure those that follow are dropped.
  private static func fill(
    _ file: borrowing FileDescriptor, _ body: (([UInt8]) -> Void) -> Void
  ) throws(SystemError) {
    var failure: SystemError?
    body { piece in
      guard failure == nil else { return }
      do throws(SystemError) { try file.write(piece) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private static func append(
    _ body: (([UInt8]) -> Void) -> Void, to path: Path
  ) throws(SystemError) {
    let file = try FileDescriptor { () -> Int32 in
      unsafe path.withCString { unsafe open($0, O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC) }
    }
    try fill(file, body)
    try file.close()
  }

  private static func replace(
    _ path: Path, by body: (([UInt8]) -> Void) -> Void
  ) throws(SystemError) {
    let folder = path.parent.bytes.isEmpty ? Path(".") : path.parent
    if path.name.isEmpty { throw SystemError(number: EISDIR) }
    // A name of 64 random bits is not taken, and it does not grow with the report's, which may be as
    // long as names can be.
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = folder.appending(Path(".leakage-\(random)"))
    let file = try FileDescriptor { () -> Int32 in
      unsafe temporary.withCString {
        unsafe open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      }
    }
    do throws(SystemError) {
      try fill(file, body)
      try file.synchronize()
      try file.close()
      let moved = unsafe temporary.withCString { from in
        unsafe path.withCString { unsafe rename(from, $0) }
      }
      guard moved == 0 else { throw SystemError() }
    } catch {
      _ = unsafe temporary.withCString { unsafe unlink($0) }
      throw error
    }
    synchronize(folder: folder)
  }

  /// Makes the renaming last; some file systems cannot, and the report is complete without.
  private static func synchronize(folder: Path) {
    let directory = unsafe folder.withCString {
      unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }
}

extension Path {
  /// The path for the system's calls. The pointer lives as long as the call.
  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let name = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe name.withUnsafeBufferPointer { buffer in
      // The array holds a byte at least, so it has an address.
      unsafe body(buffer.baseAddress!)
    }
  }
}
