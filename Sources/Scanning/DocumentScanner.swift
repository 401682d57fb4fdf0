internal import Detection
internal import Findings
internal import Logs
internal import Pipelines

/// From one document to its findings: structure first, then detectors, then positions.
///
/// Structure only adds: whatever dialect or log format a document has, its text is scanned, too.
struct DocumentScanner: ~Copyable {
  /// What a document holds.
  struct Result {
    var findings: [Finding] = []
    var struck: [StruckCandidate] = []
    var strikes: [Strike: Int] = [:]
    var notifications: [Notification] = []
  }

  private var worker: DetectionWorker
  private let dumpRule: RuleDescriptor?
  private let keepsStruck: Bool

  init(engine: DetectionEngine, dumpRule: RuleDescriptor?, keepsStruck: Bool) {
    worker = DetectionWorker(engine)
    self.dumpRule = dumpRule
    self.keepsStruck = keepsStruck
  }

  /// Scans a document, or the part of it that a segment owns.
  mutating func scan(_ document: Document) -> Result {
    var result = Result()
    let subject = structure(of: document, into: &result)
    let detected = worker.detect(subject)
    var assembly = FindingAssembly(subject, dumpRule: dumpRule)
    result.findings = assembly.findings(detected)
    for struck in detected.struck where assembly.owns(struck.range) {
      result.strikes[struck.strike, default: 0] += 1
      if keepsStruck { result.struck.append(assembly.struck(struck)) }
    }
    for limit in detected.limits {
      result.notifications.append(
        Notification(
          severity: .warning, code: .matchLimit,
          message: "the rule \(limit.ruleID) reached a limit of the matcher",
          origin: document.origin, isIncomplete: true))
    }
    return result
  }

  /// Reads what structure the document has: a pipeline's, a log's, or none.
  private func structure(of document: Document, into result: inout Result) -> Subject {
    let name = document.origin.fullPath
    if let pipeline = PipelineReader.read(document.bytes, path: name) {
      for problem in pipeline.problems {
        result.notifications.append(
          Notification(
            severity: .note, code: .structure,
            message: "line \(document.start.lines + problem.line): \(problem.message); "
              + "the text was scanned all the same",
            origin: document.origin))
      }
      return Subject(
        document: document, text: Text(bytes: document.bytes), assignments: pipeline.assignments,
        blocks: [], isLog: false, place: { pipeline.place(at: $0) })
    }
    if let format = LogFormat.recognise(document.bytes, path: name) {
      let member = document.origin.members.last.map(LogArchiveMember.parse) ?? .other
      let log = LogReader.read(document.bytes, as: format, place: member.place)
      return Subject(
        document: document, text: log.text, assignments: log.assignments, blocks: log.blocks,
        isLog: true, place: { log.place(atTextOffset: $0) })
    }
    return Subject(
      document: document, text: Text(bytes: document.bytes), assignments: [], blocks: [],
      isLog: false, place: { _ in Place() })
  }
}
