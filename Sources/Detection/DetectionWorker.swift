public import Findings
internal import Logs
internal import Patterns
internal import Rules

/// Looks for secrets in one subject after the other. Each thread has one of its own: it holds the
/// matcher and buffers that are used again.
public struct DetectionWorker: ~Copyable {
  private let engine: DetectionEngine
  private var scanner: TextScanner
  private var runs: RunScanner
  private var views: ViewScanner
  private var shapes = ProviderShapes()
  /// Where the last version of a text stood, and what kind of file that is.
  private var lastVersion: (path: Path, kind: FileKind)?
  /// The text that was scanned last of those that may have parts.
  private var whole: WholeText?

  /// What a text may have to do with the texts that are scanned after it, or were before.
  ///
  /// It decides how much there is to do, never what is found.
  public enum Role: Sendable {
    case single
    /// Parts of it may follow.
    case whole
    /// It may be a part of the last whole one.
    case part
  }

  /// A worker.
  public init(_ engine: DetectionEngine) {
    self.engine = engine
    scanner = TextScanner(engine)
    runs = RunScanner(engine)
    views = ViewScanner(engine)
  }

  /// Finds the secrets of a subject. Time is linear in its text, whatever it holds.
  ///
  /// - Parameter sharing: who looks at the parts of a large text.
  public mutating func detect(
    _ subject: Subject, as role: Role = .single, sharing: some Sharing = InTurn()
  ) -> Detected {
    let kind = FileKind.of(subject.document.origin, isLog: subject.isLog)
    let text = subject.text.bytes
    if role == .part, let records = part(text, as: kind) {
      return judge(records, of: subject, keepsStruck: true)
    }
    let isWhole = role == .whole && text.count <= WholeText.largest
    if TextScanner.isShared(text, as: kind), role == .single {
      let records = scanner.scan(text, as: kind, sharing: sharing)
      return judge(records, of: subject, keepsStruck: true, sharing: sharing)
    }
    var records = scanner.scan(text, as: kind, isBase: isWhole, isWhole: isWhole)
    if !records.isBinary { records.runs = runs.scan(text, &views) }
    if role == .whole { whole = isWhole ? WholeText(text, records) : nil }
    return judge(records, of: subject, keepsStruck: true, sharing: sharing)
  }

  /// What stands in a text that is a part of the last whole one; nil if it is not.
  private mutating func part(_ text: [UInt8], as kind: FileKind) -> TextRecords? {
    guard let start = whole?.place(of: text), let base = whole?.records,
      var records = scanner.scan(text, as: kind, from: start, of: base)
    else { return nil }
    if !records.isBinary {
      let change = TextChange(part: start..<start + text.count, of: base.work.bytes)
      let zones = DirtyZones(change, in: text, reach: engine.tables.reach).ranges
      records.runs = runs.scan(text, change: change, in: zones, of: base.runs, &views)
    }
    return records
  }

  /// Proposes what stands in a text, for a verdict on it and for changed versions of it.
  ///
  /// - Parameters:
  ///   - origin: where the text stands, which decides what kind of file it is.
  ///   - change: how the text was made of another one, and what was proposed for that; what the
  ///     change did not touch is taken over. The result is the same without it, but slower.
  public mutating func propose(
    _ text: [UInt8], origin: Origin, change: TextChange?, base: TextRecords?
  ) -> TextRecords {
    let kind = kind(of: origin)
    guard let change, let base else {
      var records = scanner.scan(text, as: kind, isBase: true)
      if !records.isBinary { records.runs = runs.scan(text, &views) }
      return records
    }
    let zones = DirtyZones(change, in: text, reach: engine.tables.reach).ranges
    var records = scanner.scan(text, as: kind, change: change, in: zones, of: base)
    if !records.isBinary {
      records.runs =
        base.isBinary
        ? runs.scan(text, &views)
        : runs.scan(text, change: change, in: zones, of: base.runs, &views)
    }
    return records
  }

  /// The kind of file that a version of a text is. Versions of one file follow each other.
  private mutating func kind(of origin: Origin) -> FileKind {
    let path = origin.fullPath
    if let lastVersion, lastVersion.path == path { return lastVersion.kind }
    let kind = FileKind.of(origin, isLog: false)
    lastVersion = (path, kind)
    return kind
  }

  /// Finds the secrets of a subject whose text has been scanned.
  ///
  /// - Parameters:
  ///   - keepsStruck: whether candidates that were struck out are named, not just counted.
  ///   - sharing: who decides about many of them.
  public mutating func judge(
    _ records: TextRecords, of subject: Subject, keepsStruck: Bool,
    sharing: some Sharing = InTurn()
  ) -> Detected {
    var comments = InlineAllowance()
    for record in records.records {
      guard case .comment = record.outcome else { continue }
      comments.add(
        KeywordHit(
          offset: Int(record.place), keyword: engine.comment(ofKeyword: Int(record.keyword))))
    }
    // Structure before the text's own names: what a parser said about a value holds there, too.
    var court = Court(
      engine: engine, subject: subject, fileKind: records.fileKind, comments: comments,
      keepsStruck: keepsStruck, sharing: sharing)
    for record in records.records {
      if case .matches(let proposed) = record.outcome {
        court.hear(proposed, at: Int(record.place))
      }
    }
    for assignment in subject.assignments { court.hear(assignment, &shapes) }
    for named in records.runs.named { court.hear(named.match) }
    for record in records.records {
      if case .assignment(let proposed) = record.outcome {
        court.hear(proposed, at: Int(record.place))
      }
    }
    for weakness in subject.weaknesses { court.hear(weakness) }
    if !records.isBinary {
      views.scan(subject.text.bytes, escapes: records.escapes, before: &court)
      for encoded in records.runs.encoded {
        for proposal in encoded.proposals.all { court.hear(proposal, at: encoded.place) }
      }
      views.scan(records.brokenViews(of: subject.text.bytes), before: &court)
      if let (rule, place) = records.broken.omitted { court.note(limitOf: rule, at: place) }
    }
    court.settle()

    var detected = Detected()
    detected.work = records.work
    detected.work.windows += views.takeWindows()
    detected.work.candidates = court.confirmed.count + court.strikes.values.reduce(0, +)
    detected.confirmed = Resolution.resolve(court.confirmed)
    if !court.weaknesses.isEmpty {
      detected.confirmed = (detected.confirmed + court.weaknesses).sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
    }
    detected.struck = court.struck
    if detected.struck.count > 1 {
      detected.struck.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    detected.strikes = court.strikes
    detected.hidden = court.hidden
    if detected.hidden.count > 1 {
      detected.hidden.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    detected.limits = court.limits
    detected.dumps = EnvironmentDetector.tie(&detected.confirmed, to: subject.blocks)
    return detected
  }
}
