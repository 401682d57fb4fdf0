internal import Detection
internal import Findings
internal import Inputs
internal import Logs

/// What one thread scans, and what it has gathered.
final class ScanWorker: InputSink {
  private var scanner: DocumentScanner
  private let limits: InputLimits
  private(set) var findings: [Finding] = []
  private(set) var struck: [StruckCandidate] = []
  private(set) var strikes: [Strike: Int] = [:]
  private(set) var notifications: [Notification] = []
  private(set) var coverage = Coverage()
  /// Where the findings of the present unit begin.
  private var unitStart = 0

  init(_ scanner: consuming DocumentScanner, limits: InputLimits) {
    self.scanner = scanner
    self.limits = limits
  }

  /// Opens a unit and scans all of it.
  func scan(_ unit: InputUnit) {
    unitStart = findings.count
    unit.open(limits: limits, into: self)
    dropRepeats()
  }

  func document(_ document: Document) {
    let result = scanner.scan(document)
    findings += result.findings
    struck += result.struck
    strikes.merge(result.strikes, uniquingKeysWith: +)
    notifications += result.notifications
  }

  func notify(_ notification: Notification) {
    notifications.append(notification)
  }

  func cover(_ coverage: Coverage) { self.coverage += coverage }

  /// Drops what the log of a job repeats of the logs of its steps in the same archive. A unit is one
  /// top-level file, so that both are here.
  private func dropRepeats() {
    guard findings.count > unitStart else { return }
    let unit = findings[unitStart...]
    let members = unit.map { finding in
      let inner = finding.location.origin.members.last.map(LogArchiveMember.parse) ?? .other
      return (member: inner, value: Repeated(finding))
    }
    let repeats = LogArchiveMember.repeats(among: members)
    for index in repeats.reversed() { findings.remove(at: unitStart + index) }
  }

  /// What makes two findings of a job file and a step file the same.
  private struct Repeated: Hashable {
    let archive: [Path]
    let values: [Secret]

    init(_ finding: Finding) {
      archive = [finding.location.origin.path] + finding.location.origin.members.dropLast()
      values = finding.members.isEmpty ? [finding.secret] : finding.members.map(\.secret)
    }
  }
}
