internal import Detection
internal import Findings
internal import Git
internal import Inputs

/// What one thread scans, and what it has gathered.
final class ScanWorker: InputSink {
  private var scanner: DocumentScanner
  private let limits: InputLimits
  private let objects = ObjectUnitReader()
  private(set) var findings: [Finding] = []
  /// The findings of a history's blobs.
  private(set) var versions = VersionFindings()
  private(set) var struck: [StruckCandidate] = []
  private(set) var strikes: [Strike: Int] = [:]
  private(set) var suppressions: [Suppression: Int] = [:]
  private(set) var notifications: [Notification] = []
  private(set) var coverage = Coverage()
  /// Hands a task to another thread, if one wants it.
  private let offer: @Sendable (ScanTask) -> Bool
  private let meter: ProgressMeter?

  /// A smaller document is scanned in the time that handing it on takes.
  private static let leastOffer = 32 << 10

  init(
    _ scanner: consuming DocumentScanner, limits: InputLimits, meter: ProgressMeter? = nil,
    offer: @escaping @Sendable (ScanTask) -> Bool
  ) {
    self.scanner = scanner
    self.limits = limits
    self.offer = offer
    self.meter = meter
  }

  /// Does a task: opens a unit and scans what is in it, or scans a document.
  func scan(_ task: ScanTask) {
    switch task {
    case .unit(let unit):
      unit.open(limits: limits, objects: objects, into: self)
      meter?.done()
    case .document(let document): scan(document)
    case .share(let help): help()
    }
  }

  func document(_ document: Document) {
    // More is to come of a segment's file and of a member's archive: another thread may scan this.
    let hasSiblings = !document.isWhole || !document.origin.members.isEmpty
    if hasSiblings, document.bytes.count >= Self.leastOffer, offer(.document(document)) { return }
    scan(document)
  }

  func version(_ document: Document, delta: PackedObject.Delta?, legacy: (any Sendable)?)
    -> (any Sendable)?
  {
    let (result, known) = scanner.scan(
      document, change: delta.map(TextChange.init), of: legacy as? VersionLegacy)
    for finding in result.findings { versions.add(finding) }
    keep(result)
    meter?.scanned(bytes: document.owned.count, findings: result.findings.count)
    return known
  }

  private func scan(_ document: Document) {
    let result = scanner.scan(document)
    // Without a copy where these are the first: they may be many, and large.
    if findings.isEmpty { findings = result.findings } else { findings += result.findings }
    keep(result)
    meter?.scanned(bytes: document.owned.count, findings: result.findings.count)
  }

  private func keep(_ result: DocumentScanner.Result) {
    struck += result.struck
    strikes.merge(result.strikes, uniquingKeysWith: +)
    suppressions.merge(result.suppressions, uniquingKeysWith: +)
    notifications += result.notifications
  }

  /// Moves the findings to others, without a copy where there are none yet.
  func handFindings(to all: inout [Finding]) {
    if all.isEmpty { swap(&all, &findings) } else { all += findings }
    findings = []
  }

  /// The names that were masked in what this thread scanned.
  var masked: MaskedNames { scanner.masked }

  func notify(_ notification: Notification) {
    notifications.append(notification)
  }

  func cover(_ coverage: Coverage) { self.coverage += coverage }
}

extension TextChange {
  /// The copies of a delta.
  fileprivate init(_ delta: PackedObject.Delta) {
    var copies: [Copy] = []
    copies.reserveCapacity(delta.operations.count)
    for operation in delta.operations {
      if let base = operation.base {
        copies.append(Copy(base: base, start: operation.target.lowerBound))
      }
    }
    self.init(copies: copies, baseSize: delta.baseSize)
  }
}
