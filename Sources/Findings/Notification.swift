/// Something about the scan itself that a reader must know: SARIF's notification.
public struct Notification: Sendable, Hashable {
  /// What happened.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// A path that was asked for, or a file below it, could not be read.
    case unreadable
    /// A FIFO, socket or device was not opened.
    case specialFile = "special-file"
    /// A symbolic link was not followed.
    case symbolicLink = "symbolic-link"
    /// A git submodule or a nested repository was not entered.
    case nestedRepository = "nested-repository"
    /// A limit was reached; what came before it was scanned.
    case limit
    /// An archive or a compressed file ended too early; what could be decoded was scanned.
    case truncated
    /// An archive, an object or a file is damaged; what could be decoded was scanned.
    case damaged
    /// An archive member is encrypted.
    case encrypted
    /// A git object is missing, or git could not read it.
    case missingObject = "missing-object"
    /// A Git LFS pointer stands in place of the content.
    case lfsPointer = "lfs-pointer"
    /// The history is shallow, partial or grafted: ages are lower bounds.
    case truncatedHistory = "truncated-history"
    /// The repository pretends to have less history than it has.
    case tampering
    /// The structure of a pipeline file could not be read to its end; its text was scanned.
    case structure
    /// A rule reached a limit of the matcher on one place.
    case matchLimit = "match-limit"
    /// Results were left out of a report because its format allows no more.
    case reportLimit = "report-limit"
    /// Something that a user may want to know.
    case information
  }

  /// How bad it is for the scan.
  public let severity: Severity
  /// What happened.
  public let code: Code
  /// One sentence that holds no secret.
  public let message: String
  /// Where, if at one document.
  public let origin: Origin?
  /// Whether something that was asked for was not scanned in full: exit 3.
  public let isIncomplete: Bool

  /// A notification.
  public init(
    severity: Severity, code: Code, message: String, origin: Origin? = nil,
    isIncomplete: Bool = false
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.origin = origin
    self.isIncomplete = isIncomplete
  }
}
