internal import Findings
internal import Logs
internal import Patterns
internal import Rules

/// Looks for secrets in one subject after the other. Each thread has one of its own: it holds the
/// matcher and buffers that are used again.
public struct DetectionWorker: ~Copyable {
  private let engine: DetectionEngine
  private var matcher = Matcher()
  private var hits: [KeywordHit] = []
  private var patterns = PatternDetector()
  private var views = ViewScanner()

  /// How many bytes are looked at to tell text from a program: as many as git takes.
  private static let sampleLength = 8_000

  /// How much of a text is searched for keywords at once.
  private static let pieceLength = 64 << 10

  /// A worker.
  public init(_ engine: DetectionEngine) { self.engine = engine }

  /// Finds the secrets of a subject. Time is linear in its text, whatever it holds.
  public mutating func detect(_ subject: Subject) -> Detected {
    let bytes = subject.text.bytes
    let span = bytes.span
    let fileKind = FileKind.of(subject.document.origin, isLog: subject.isLog)
    var scanner = AssignmentScanner(bytes)
    var scanned: [ScannedAssignment] = []
    var comments = InlineAllowance()
    var escapes = EscapeMarks()
    // Names and values are a matter of text; in a program's bytes they are chance.
    let isBinary = bytes.prefix(Self.sampleLength).contains(0)

    // Propose: one pass over the text tells where anything can be.
    patterns.begin()
    var work = DetectionWork()
    work.bytes = bytes.count
    let searches = matcher.searches
    // In pieces: what was looked at is still at hand when its hits are, and their room is bounded.
    for start in stride(from: 0, to: bytes.count, by: Self.pieceLength) {
      let piece = start..<min(start + Self.pieceLength, bytes.count)
      engine.filter.findHits(in: span, startingIn: piece, into: &hits)
      work.keywords += hits.count
      for hit in hits {
        switch engine.meaning(ofKeyword: hit.keyword) {
        case .anchor(let anchor):
          escapes.see(wordAt: hit.offset)
          patterns.examine(
            engine.rules[anchor.rule], anchor, at: hit.offset, in: span, with: &matcher)
        case .word(let length):
          escapes.see(wordAt: hit.offset)
          if !isBinary, let found = scanner.assignment(around: hit.offset..<hit.offset + length) {
            scanned.append(found)
          }
        case .comment(let mark):
          comments.add(KeywordHit(offset: hit.offset, keyword: mark))
        case .escape(let mark):
          escapes.see(mark, at: hit.offset)
        }
      }
    }

    // Judge: structure first, because what a parser said about a value holds for its text too.
    var court = Court(
      engine: engine, subject: subject, fileKind: fileKind, comments: comments)
    for match in patterns.matches { court.hear(match) }
    for assignment in subject.assignments { court.hear(assignment) }
    for assignment in scanned { court.hear(assignment) }
    for weakness in subject.weaknesses { court.hear(weakness) }
    if !isBinary {
      views.scan(bytes, escapes: escapes.marks, engine, with: &matcher, before: &court)
    }

    work.windows = matcher.searches - searches
    work.candidates = court.confirmed.count + court.struck.count

    var detected = Detected()
    detected.work = work
    detected.confirmed = Resolution.resolve(court.confirmed)
    if !court.weaknesses.isEmpty {
      detected.confirmed = (detected.confirmed + court.weaknesses).sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
    }
    detected.struck = court.struck.sorted { $0.range.lowerBound < $1.range.lowerBound }
    detected.limits = patterns.limits + views.limits
    detected.dumps = EnvironmentDetector.tie(&detected.confirmed, to: subject.blocks)
    return detected
  }
}
