public import Findings
public import Git

/// A mistake in what was asked for: nothing is scanned.
public enum InputError: Error, Sendable {
  /// The path does not exist.
  case missing(Path)
  /// The path exists and cannot be opened; the error number says why.
  case unreadable(Path, errno: CInt)
  /// The mode needs a repository, and the path lies in none.
  case noRepository(Path)
  /// git could not answer.
  case git(GitError)
}

extension InputError: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or directory"
    case .unreadable(let path, let code): "\(path): \(message(ofErrno: code))"
    case .noRepository(let path): "\(path) is in no git repository"
    case .git(let error): error.description
    }
  }

  /// What a reader of the report is told where the mistake of one path is not that of all.
  var notification: Notification {
    if case .missing = self {
      return Notification(severity: .note, code: .information, message: description)
    }
    return Notification(
      severity: .warning, code: .unreadable, message: description, isIncomplete: true)
  }
}
