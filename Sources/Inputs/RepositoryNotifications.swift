public import Findings
public import Git

extension RepositoryProblem {
  /// What a reader of the report is told.
  public func notification(root: Int) -> Notification {
    let text = description
    let origin = Origin(source: .history, root: root, path: Path(""))
    return switch self {
    case .hiddenParents, .grafts, .replacedObjects:
      Notification(severity: .warning, code: .tampering, message: text, origin: origin)
    case .packWithoutIndex, .brokenReference, .unreadable, .unreadChanges, .abandonedChanges,
      .failure:
      Notification(
        severity: .warning, code: .missingObject, message: text, origin: origin, isIncomplete: true)
    case .complaint:
      Notification(severity: .note, code: .information, message: text, origin: origin)
    }
  }
}
