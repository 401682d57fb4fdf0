internal import Detection
internal import Findings
internal import Inputs
internal import Logs

/// From one document to its findings: structure first, then detectors, then positions.
///
/// Structure only adds: whatever dialect or log format a document has, its text is scanned, too.
struct DocumentScanner: ~Copyable {
  /// What a document holds.
  struct Result {
    var findings: [Finding] = []
    var struck: [StruckCandidate] = []
    var strikes: [Strike: Int] = [:]
    var suppressions: [Suppression: Int] = [:]
    var notifications: [Notification] = []
  }

  private var reader: SubjectReader
  private var worker: DetectionWorker
  private let dumpRule: RuleDescriptor?
  private let keepsStruck: Bool
  private let sharing: SharedWork
  /// The names that were masked in all logs so far.
  private(set) var masked: MaskedNames

  init(
    engine: DetectionEngine, dumpRule: RuleDescriptor?, keepsStruck: Bool,
    keepsMasked: Bool = false,
    projects: GitLabProjects? = nil, sharing: SharedWork = SharedWork()
  ) {
    reader = SubjectReader(projects: projects)
    worker = DetectionWorker(engine)
    self.dumpRule = dumpRule
    self.keepsStruck = keepsStruck
    self.sharing = sharing
    masked = MaskedNames(keepsPlaces: keepsMasked)
  }

  /// Scans a document, or the part of it that a segment owns.
  mutating func scan(_ document: Document) -> Result {
    var result = Result()
    let subject = reader.read(document) { result.notifications.append($0) }
    let detected = worker.detect(subject, as: Self.role(of: subject), sharing: sharing)
    var assembly = FindingAssembly(subject, dumpRule: dumpRule)
    result.findings = assembly.findings(detected)
    if subject.isLog {
      masked.add(
        subject.assignments.filter { $0.kind == .masked && assembly.owns($0.range) },
        of: document.origin, region: { assembly.region($0) })
    }
    for struck in detected.struck where assembly.owns(struck.range) {
      result.strikes[struck.strike, default: 0] += 1
      if keepsStruck { result.struck.append(assembly.struck(struck)) }
    }
    for suppression in Hiding.suppressions(in: detected)
    where assembly.owns(suppression.range) {
      result.suppressions[suppression.by, default: 0] += 1
    }
    tell(detected.limits, of: document, into: &result)
    reader.recycle(subject)
    return result
  }

  /// The log of a job holds the lines of its steps' logs, which stand behind it in its archive.
  private static func role(of subject: Subject) -> DetectionWorker.Role {
    guard subject.isLog, subject.document.isWhole, let name = subject.document.origin.members.last
    else { return .single }
    return switch LogArchiveMember.parse(name) {
    case .jobFile: .whole
    case .stepFile: .part
    case .other: .single
    }
  }

  /// Scans a version of a text, of which only what differs from its base is looked at.
  ///
  /// What a file is called and how it is structured is asked for each version: a pipeline's structure
  /// is read anew. A log's text is not its bytes, so that nothing can be taken over from it.
  ///
  /// - Parameters:
  ///   - change: how the document's bytes were made of another document's; `nil` if they were not.
  ///   - base: what was returned for that document.
  /// - Returns: what is found, and what documents that were made of this one are given.
  mutating func scan(_ document: Document, change: TextChange?, of base: VersionLegacy?)
    -> (result: Result, legacy: VersionLegacy?)
  {
    var result = Result()
    let noLog = change.flatMap { base?.noLog(document, change: $0) }
    let subject = reader.read(document, isNoLog: noLog != nil) { result.notifications.append($0) }
    if subject.isLog { return (scan(document), nil) }
    let records = worker.propose(
      document.bytes, origin: document.origin, change: change, base: base?.records)
    let detected = worker.judge(records, of: subject, keepsStruck: keepsStruck)
    result.strikes = detected.strikes
    for suppression in Hiding.suppressions(in: detected) {
      result.suppressions[suppression.by, default: 0] += 1
    }
    if !detected.confirmed.isEmpty || keepsStruck {
      var assembly = FindingAssembly(subject, dumpRule: dumpRule)
      result.findings = assembly.findings(detected)
      for struck in detected.struck { result.struck.append(assembly.struck(struck)) }
    }
    tell(detected.limits, of: document, into: &result)
    return (result, VersionLegacy(records, noLog: noLog ?? reader.absence(of: document)))
  }

  private func tell(_ limits: [MatchLimit], of document: Document, into result: inout Result) {
    for limit in limits {
      result.notifications.append(
        Notification(
          severity: .warning, code: .matchLimit,
          message: "the rule \(limit.ruleID) reached a limit of the matcher",
          origin: document.origin, isIncomplete: true))
    }
  }
}
