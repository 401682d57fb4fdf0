public import Findings
public import Git

extension RepositoryProblem {
  /// What a reader of the report is told.
  public func notification(root: Int) -> Notification {
    // git is silent about a sound repository: whatever it says may have cost files or objects.
    Notification(
      severity: .warning, code: code, message: description,
      origin: Origin(source: .history, root: root, path: Path("")), isIncomplete: !isTampering)
  }

  private var code: Notification.Code {
    switch self {
    case .hiddenParents, .grafts, .replacedObjects: .tampering
    case .misnamed, .endlessObjects: .damaged
    case .expandingObjects: .limit
    case .complaint, .failure: .unreadable
    default: .missingObject
    }
  }
}
