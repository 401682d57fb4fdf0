internal import Glibc

/// The documented exit codes.
enum Exit: Int32, Error {
  /// Nothing at or over the gate, and everything was scanned.
  case clean = 0
  /// Findings at or over the gate.
  case findings = 1
  /// Wrong options, a missing path, a broken configuration or rule file.
  case usage = 2
  /// Something that was asked for was not scanned in full.
  case incomplete = 3
  /// Any other error.
  case failure = 4

  func leave() -> Never { exit(rawValue) }
}

/// An error with its message and its exit code.
struct Failure: Error {
  let message: String
  let code: Exit

  /// A mistake of the user: exit 2.
  static func usage(_ message: String) -> Failure { Failure(message: message, code: .usage) }

  /// A report that could not be written, or anything else: exit 4.
  static func internalError(_ message: String) -> Failure {
    Failure(message: message, code: .failure)
  }

  func leave() -> Never {
    Terminal.printError("leakage: \(message)")
    code.leave()
  }
}
