internal import Findings
internal import Git

// What a reader of the report is told of histories.

extension Histories {
  /// Tells that a history is cut, if it is.
  func tellTruncation(_ state: HistoryState, root: Int) {
    guard state.isTruncated else { return }
    let (kind, remedy) =
      state.isShallow
      ? ("shallow", "fetch-depth: 0, or git fetch --unshallow")
      : ("partial", "a clone without --filter, or git fetch --refetch --no-filter")
    notify(
      Notification(
        severity: .warning, code: .truncatedHistory,
        message:
          "the history is \(kind), so that ages are lower bounds; fetch all of it (\(remedy))",
        origin: Origin(source: .history, root: root, path: Path(""))))
  }

  /// Tells of an object in which no value could be looked for.
  func tellUnsearched(_ id: ObjectID, root: Int) {
    notify(
      Notification(
        severity: .warning, code: .missingObject,
        message: "object \(id.short) could not be searched for the age of values",
        origin: Origin(source: .history, root: root, path: Path(""), blob: id)))
  }

  /// Tells that ages lack the numbers of commits and branches.
  func tellUncounted(root: Int) {
    notify(
      Notification(
        severity: .note, code: .limit,
        message: "in how many commits and branches the values stand was not counted: too many come "
          + "and go",
        origin: Origin(source: .history, root: root, path: Path(""))))
  }
}
