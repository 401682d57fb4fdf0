public import Findings
internal import Logs
internal import Patterns
internal import Rules

/// Looks for secrets in one subject after the other. Each thread has one of its own: it holds the
/// matcher and buffers that are used again.
public struct DetectionWorker: ~Copyable {
  private let engine: DetectionEngine
  private var scanner: TextScanner
  private var views: ViewScanner

  /// A worker.
  public init(_ engine: DetectionEngine) {
    self.engine = engine
    scanner = TextScanner(engine)
    views = ViewScanner(engine)
  }

  /// Finds the secrets of a subject. Time is linear in its text, whatever it holds.
  public mutating func detect(_ subject: Subject) -> Detected {
    let kind = FileKind.of(subject.document.origin, isLog: subject.isLog)
    let records = scanner.scan(subject.text.bytes, as: kind, isBase: false)
    return judge(records, of: subject, keepsStruck: true)
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
    let kind = FileKind.of(origin, isLog: false)
    guard let change, let base else { return scanner.scan(text, as: kind, isBase: true) }
    return scanner.scan(text, as: kind, change: change, of: base)
  }

  /// Finds the secrets of a subject whose text has been scanned.
  ///
  /// - Parameter keepsStruck: whether candidates that were struck out are named, not just counted.
  public mutating func judge(_ records: TextRecords, of subject: Subject, keepsStruck: Bool)
    -> Detected
  {
    var comments = InlineAllowance()
    for record in records.records {
      if case .comment = record.outcome {
        comments.add(
          KeywordHit(
            offset: Int(record.place), keyword: engine.comment(ofKeyword: Int(record.keyword))))
      }
    }
    // Structure before the text's own names: what a parser said about a value holds there, too.
    var court = Court(
      engine: engine, subject: subject, fileKind: records.fileKind, comments: comments,
      keepsStruck: keepsStruck)
    for record in records.records {
      if case .matches(let proposed) = record.outcome {
        court.hear(proposed, at: Int(record.place))
      }
    }
    for assignment in subject.assignments { court.hear(assignment) }
    for record in records.records {
      if case .assignment(let proposed) = record.outcome {
        court.hear(proposed, at: Int(record.place))
      }
    }
    if !records.isBinary {
      views.scan(subject.text.bytes, escapes: records.escapes, before: &court)
      views.scan(records.brokenViews(of: subject.text.bytes), before: &court)
    }

    var detected = Detected()
    detected.work = records.work
    detected.work.windows += views.takeWindows()
    detected.work.candidates = court.confirmed.count + court.strikes.values.reduce(0, +)
    detected.confirmed = Resolution.resolve(court.confirmed)
    detected.struck = court.struck.sorted { $0.range.lowerBound < $1.range.lowerBound }
    detected.strikes = court.strikes
    detected.hidden = court.hidden.sorted { $0.range.lowerBound < $1.range.lowerBound }
    detected.limits = court.limits
    detected.dumps = EnvironmentDetector.tie(&detected.confirmed, to: subject.blocks)
    return detected
  }
}
