import Findings

extension Notification.Code {
  /// Whether it tells of something that was not scanned, or not in full.
  var isGap: Bool {
    switch self {
    case .truncatedHistory, .tampering, .structure, .information: false
    default: true
    }
  }

  /// The heading of a group of such notifications.
  var heading: String {
    switch self {
    case .unreadable: "not readable"
    case .specialFile: "special files, not opened"
    case .symbolicLink: "symbolic links, not followed"
    case .nestedRepository: "nested repositories, not entered"
    case .limit: "a limit was reached"
    case .truncated: "ended too early, scanned up to there"
    case .damaged: "damaged, scanned where it could be decoded"
    case .encrypted: "encrypted"
    case .missingObject: "git objects missing"
    case .lfsPointer: "Git LFS pointers, the content is not here"
    case .truncatedHistory: "history truncated, ages are lower bounds"
    case .tampering: "the repository pretends to have less history"
    case .structure: "structure not understood, scanned as text"
    case .matchLimit: "a rule stopped at a limit of the matcher"
    case .reportLimit: "left out of a report"
    case .information: "notes"
    }
  }
}
