internal import Detection
internal import Findings
internal import Inputs

/// What one thread scans, and what it has gathered.
final class ScanWorker: InputSink {
  private var scanner: DocumentScanner
  private let limits: InputLimits
  private let objects = ObjectUnitReader()
  private(set) var findings: [Finding] = []
  private(set) var struck: [StruckCandidate] = []
  private(set) var strikes: [Strike: Int] = [:]
  private(set) var suppressions: [Suppression: Int] = [:]
  private(set) var notifications: [Notification] = []
  private(set) var coverage = Coverage()
  /// Hands a task to another thread, if one wants it.
  private let offer: @Sendable (ScanTask) -> Bool

  /// A smaller document is scanned in the time that handing it on takes.
  private static let leastOffer = 64 << 10

  init(
    _ scanner: consuming DocumentScanner, limits: InputLimits,
    offer: @escaping @Sendable (ScanTask) -> Bool
  ) {
    self.scanner = scanner
    self.limits = limits
    self.offer = offer
  }

  /// Does a task: opens a unit and scans what is in it, or scans a document.
  func scan(_ task: ScanTask) {
    switch task {
    case .unit(let unit): unit.open(limits: limits, objects: objects, into: self)
    case .document(let document): scan(document)
    }
  }

  func document(_ document: Document) {
    // More is to come of a segment's file and of a member's archive: another thread may scan this.
    let hasSiblings = !document.isWhole || !document.origin.members.isEmpty
    if hasSiblings, document.bytes.count >= Self.leastOffer, offer(.document(document)) { return }
    scan(document)
  }

  private func scan(_ document: Document) {
    let result = scanner.scan(document)
    findings += result.findings
    struck += result.struck
    strikes.merge(result.strikes, uniquingKeysWith: +)
    suppressions.merge(result.suppressions, uniquingKeysWith: +)
    notifications += result.notifications
  }

  func notify(_ notification: Notification) {
    notifications.append(notification)
  }

  func cover(_ coverage: Coverage) { self.coverage += coverage }
}
