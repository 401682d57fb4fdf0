public import Findings
internal import Glibc

/// Why git, or the repository that it was asked to read, did not answer.
///
/// No error holds the content of an object or of a configuration file.
public enum GitError: Error, Sendable, Hashable {
  /// No program `git` stands on the fixed search path.
  case missingGit
  /// The operating system refused a call.
  case system(call: String, code: Int32)
  /// git ended with a failure. `message` is the first line that it wrote to its standard error,
  /// made safe to show and without quoted values.
  case failed(command: String, exit: GitExit, message: String)
  /// git neither wrote nor read for `seconds` and was ended.
  case timedOut(command: String, seconds: Int)
  /// git wrote something that its manual does not promise.
  case unexpectedOutput(command: String)
  /// The repository was not opened: see ``Refusal``.
  case refused(Refusal, Path)
  /// The user's revision names no commit.
  case badRevision(String)
  /// The user's range does not have the form `A..B`.
  case badRange(String)
  /// An object that must be there is missing or damaged.
  case unreadable(ObjectID)
}

/// How a git process ended.
public enum GitExit: Sendable, Hashable {
  /// It returned this status.
  case status(Int32)
  /// This signal ended it.
  case signal(Int32)
  /// The status was lost, because the program ignores `SIGCHLD`.
  case unknown
}

extension GitError: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .missingGit:
      "git was not found; looked in \(GitExecutable.searchPath)"
    case .system(let call, let code):
      "\(call) failed: \(unsafe String(cString: strerror(code)))"
    case .failed(let command, let exit, let message):
      "git \(command) \(exit)" + (message.isEmpty ? "" : ": \(message)")
    case .timedOut(let command, let seconds):
      "git \(command) did nothing for \(seconds) s and was ended"
    case .unexpectedOutput(let command):
      "git \(command) gave output that could not be understood"
    case .refused(let refusal, let path):
      "\(path): \(refusal)"
    case .badRevision(let revision):
      "no commit is named \(Visible.text(revision))"
    case .badRange(let range):
      "\(Visible.text(range)) is not a range of the form A..B"
    case .unreadable(let id):
      "object \(id) is missing or damaged"
    }
  }
}

extension GitExit: CustomStringConvertible {
  /// `exited with 128`, `was ended by signal 9`.
  public var description: String {
    switch self {
    case .status(let code): "exited with \(code)"
    case .signal(let number): "was ended by signal \(number)"
    case .unknown: "ended with a status that was lost"
    }
  }
}
