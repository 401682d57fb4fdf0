public import Findings
import Glibc

/// Why an output file could not be written.
public struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Code: Sendable, Hashable {
    /// The folder of the file does not exist.
    case missingFolder
    /// The path is a directory.
    case isDirectory
    /// The file, its folder or its file system may not be written to.
    case notWritable
    /// There is no space left.
    case diskFull
    /// The reader of a pipe has gone.
    case closedPipe
    /// Anything else; see ``OutputError/number``.
    case other
  }

  /// What went wrong.
  public let code: Code
  /// The path that was asked for.
  public let path: Path
  /// The system's error number.
  public let number: Int32

  init(path: Path, number: Int32) {
    self.path = path
    self.number = number
    code =
      switch number {
      case ENOENT, ENOTDIR: .missingFolder
      case EISDIR: .isDirectory
      case EACCES, EPERM, EROFS, ETXTBSY: .notWritable
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case EPIPE: .closedPipe
      default: .other
      }
  }

  /// One line, safe to show.
  public var description: String {
    let reason =
      switch code {
      case .missingFolder: "its folder does not exist"
      case .isDirectory: "it is a directory"
      case .notWritable: "no permission"
      case .diskFull: "no space left"
      case .closedPipe: "its reader has gone"
      case .other: "system error \(number)"
      }
    return "cannot write \(path): \(reason)"
  }
}
