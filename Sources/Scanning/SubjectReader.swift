internal import Detection
internal import Findings
internal import Logs
internal import Pipelines

/// Reads what structure a document has: a pipeline's, a log's, or none.
struct SubjectReader {
  /// Whether the segments of a log come in order to one reader, so that later ones can be read as
  /// the first. Where threads share them, each is recognised by itself: no result depends on who
  /// reads what.
  let isOrdered: Bool
  private let projects: GitLabProjects?
  /// The memory of a log's text that is not needed any more.
  private var memory: [UInt8] = []
  private var last: (origin: Origin, format: LogFormat)?
  /// The path of the last document, and whether a file of it may be a pipeline.
  private var lastPath: (path: Path, mayBePipeline: Bool)?

  init(isOrdered: Bool = false, projects: GitLabProjects? = nil) {
    self.isOrdered = isOrdered
    self.projects = projects
  }

  /// The document with its structure.
  ///
  /// - Parameters:
  ///   - isNoLog: whether it is known that the document is no log.
  ///   - notify: takes what a parser could not read; the text is scanned all the same.
  mutating func read(
    _ document: Document, isNoLog: Bool = false, notify: (Notification) -> Void
  ) -> Subject {
    let name = document.origin.fullPath
    // What a workflow did once and does no longer is not worth a warning.
    if mayBePipeline(name),
      let pipeline = PipelineReader.read(
        document.bytes, path: name, checks: !document.origin.isPast,
        project: projects?.project(of: document.origin))
    {
      for problem in pipeline.problems {
        notify(
          Notification(
            severity: .note, code: .structure,
            message: "line \(document.start.lines + problem.line): \(problem.message); "
              + "the text was scanned all the same",
            origin: document.origin))
      }
      return Subject(
        document: document, text: Text(bytes: document.bytes), assignments: pipeline.assignments,
        weaknesses: pipeline.weaknesses,
        blocks: [], isLog: false, isDescription: pipeline.isDescription,
        place: { pipeline.place(at: $0) })
    }
    if !isNoLog, let format = format(of: document, name) {
      let member = document.origin.members.last.map(LogArchiveMember.parse) ?? .other
      let log = LogReader.read(
        document.bytes, as: format, place: member.place, in: takeMemory())
      return Subject(
        document: document, text: log.text, assignments: log.assignments, blocks: log.blocks,
        isLog: true, place: { log.place(atTextOffset: $0) })
    }
    return Subject(
      document: document, text: Text(bytes: document.bytes), assignments: [], blocks: [],
      isLog: false, place: { _ in Place() })
  }

  private mutating func takeMemory() -> [UInt8] {
    defer { memory = [] }
    return memory
  }

  /// Takes the memory of a log's text back, for the next one's.
  mutating func recycle(_ subject: consuming Subject) {
    if subject.isLog { memory = subject.text.bytes }
  }

  /// That a document which was read just now is no log; `nil` if it may be a pipeline, of which
  /// nobody asks whether it is a log, too.
  mutating func absence(of document: Document) -> LogAbsence? {
    let path = document.origin.fullPath
    return mayBePipeline(path) ? nil : LogAbsence(of: document.bytes, path: path)
  }

  private mutating func mayBePipeline(_ path: Path) -> Bool {
    if let lastPath, lastPath.path == path { return lastPath.mayBePipeline }
    let mayBePipeline = PipelineReader.mayRead(path)
    lastPath = (path, mayBePipeline)
    return mayBePipeline
  }

  /// How a log is written; `nil` for what is none.
  private mutating func format(of document: Document, _ path: Path) -> LogFormat? {
    if isOrdered, let last, document.start != .zero, last.origin == document.origin {
      return last.format
    }
    let format = LogFormat.recognise(document.bytes, path: path)
    last = format.map { (document.origin, $0) }
    return format
  }
}
