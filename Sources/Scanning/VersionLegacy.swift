internal import Detection
internal import Findings
internal import Logs

/// What the scan of a version leaves to those that are made of it.
struct VersionLegacy: Sendable {
  /// What was proposed.
  let records: TextRecords
  /// That the version is no log; `nil` if nobody asked.
  private let noLog: LogAbsence?

  init(_ records: TextRecords, noLog: LogAbsence?) {
    self.records = records
    self.noLog = noLog
  }

  /// That a version which was made of this one is no log; `nil` if that must be looked at.
  func noLog(_ document: Document, change: TextChange) -> LogAbsence? {
    guard let noLog, change.keepsBeginning(of: document.bytes, noLog.decisive),
      noLog.holds(
        in: document.bytes, path: document.origin.fullPath,
        changed: change.inserted(in: document.bytes.count))
    else { return nil }
    return noLog
  }
}
