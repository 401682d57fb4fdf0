internal import Archives
internal import Findings

extension ArchiveFault {
  /// What a reader of the report is told.
  ///
  /// - Parameter bytes: how much of a member was scanned; `nil` for an archive as a whole.
  func notification(at origin: Origin, bytes: Int?) -> Notification {
    let scanned = bytes.map { ": \($0) bytes of it were scanned" } ?? ""
    func incomplete(_ code: Notification.Code, _ text: String) -> Notification {
      Notification(
        severity: .warning, code: code, message: text + scanned, origin: origin, isIncomplete: true)
    }
    return switch self {
    case .truncated: incomplete(.truncated, "ends too early")
    case .damaged: incomplete(.damaged, "is damaged")
    case .limited(let limit): incomplete(.limit, limit.sentence)
    case .encrypted:
      Notification(
        severity: .note, code: .encrypted, message: "is encrypted and was not scanned",
        origin: origin)
    case .unreadable: incomplete(.unreadable, "has the marks of an archive and cannot be opened")
    case .readFailed(let code):
      incomplete(.unreadable, "could not be read to its end (\(message(ofErrno: code)))")
    case .trailingBytes:
      Notification(
        severity: .note, code: .information, message: "has bytes behind its end", origin: origin)
    }
  }
}

extension ArchiveLimit {
  fileprivate var sentence: String {
    switch self {
    case .depth: "is nested deeper than the limit"
    case .ratio: "grows beyond the limit of the compression ratio"
    case .memberBytes: "is larger than the limit for one archive member"
    case .totalBytes: "holds more bytes than the limit for one file"
    case .entries: "holds more entries than the limit for one file"
    case .nameBytes: "has a name longer than the limit"
    case .memory: "needs more memory than the limit"
    }
  }
}
