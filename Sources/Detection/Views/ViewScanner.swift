internal import Patterns
internal import Rules

/// Looks for secrets in what encodings hide: base64 (twice), hexadecimal, percent encoding, escapes
/// of JSON and of shells, quoted-printable, entities. The places of what it finds are those of the
/// text.
struct ViewScanner {
  /// How many encodings are taken off one after the other.
  private static let depth = 2

  private var hits: [KeywordHit] = []
  private var patterns = PatternDetector()
  /// Where a rule's pattern was given up.
  private(set) var limits: [MatchLimit] = []

  /// Scans the views of a text and brings what they hold before the court.
  mutating func scan(
    _ bytes: [UInt8], escapes: [(mark: Int, offset: Int)], _ engine: DetectionEngine,
    with matcher: inout Matcher, before court: inout Court
  ) {
    limits.removeAll(keepingCapacity: true)
    var ends: [DecodedView.Encoding: Int] = [:]
    for (mark, offset) in escapes {
      let encoding = EscapedText.marks[mark].encoding
      // A view of the same family that reached beyond this mark has shown what belongs to it.
      if let end = ends[encoding], offset < end - EscapedText.reach / 2 { continue }
      let (view, end) = EscapedText.view(of: encoding, around: offset, in: bytes)
      ends[encoding] = end
      scan(view, depth: 1, engine, with: &matcher, before: &court) { view.raw($0) }
    }
    EncodedRuns(bytes: bytes).walk { view in
      scan(view, depth: 1, engine, with: &matcher, before: &court) { view.raw($0) }
    }
  }

  private mutating func scan(
    _ view: DecodedView, depth: Int, _ engine: DetectionEngine, with matcher: inout Matcher,
    before court: inout Court, place: (Range<Int>) -> Range<Int>
  ) {
    engine.filter.findHits(in: view.bytes.span, range: 0..<view.bytes.count, into: &hits)
    if !hits.isEmpty { examine(view, engine, with: &matcher, before: &court, place: place) }
    guard depth < Self.depth else { return }
    EncodedRuns(bytes: view.bytes).walk { inner in
      scan(inner, depth: depth + 1, engine, with: &matcher, before: &court) {
        place(inner.raw($0))
      }
    }
  }

  private mutating func examine(
    _ view: DecodedView, _ engine: DetectionEngine, with matcher: inout Matcher,
    before court: inout Court, place: (Range<Int>) -> Range<Int>
  ) {
    var scanner = AssignmentScanner(view.bytes)
    patterns.begin()
    for hit in hits {
      switch engine.meaning(ofKeyword: hit.keyword) {
      case .anchor(let anchor):
        patterns.examine(
          engine.rules[anchor.rule], anchor, at: hit.offset, in: view.bytes.span, with: &matcher)
      case .word(let length):
        if let found = scanner.assignment(around: hit.offset..<hit.offset + length) {
          court.hear(found, in: view, standingAt: place(found.range))
        }
      case .comment, .escape: break
      }
    }
    for match in patterns.matches { court.hear(match, in: view, standingAt: place(match.secret)) }
    for limit in patterns.limits {
      let offset = place(limit.offset..<limit.offset + 1).lowerBound
      limits.append(MatchLimit(ruleID: limit.ruleID, offset: offset))
    }
  }
}
