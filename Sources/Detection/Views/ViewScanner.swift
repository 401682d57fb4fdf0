/// Looks for secrets in what encodings hide: base64 (twice), hexadecimal, percent encoding, escapes
/// of JSON and of shells, quoted-printable, entities. The places of what it finds are those of the
/// text.
struct ViewScanner: ~Copyable {
  /// How many encodings are taken off one after the other.
  private static let depth = 2

  private var scanner: TextScanner
  /// How many windows were searched since it was last asked.
  private var windows = 0

  init(_ engine: DetectionEngine) { scanner = TextScanner(engine) }

  /// Tells how many windows were searched since it was last asked.
  mutating func takeWindows() -> Int {
    defer { windows = 0 }
    return windows
  }

  /// Scans the views of a text and brings what they hold before the court.
  mutating func scan(
    _ bytes: [UInt8], escapes: [(mark: Int, offset: Int)], before court: inout Court
  ) {
    var ends: [DecodedView.Encoding: Int] = [:]
    for (mark, offset) in escapes {
      let encoding = EscapedText.marks[mark].encoding
      // A view of the same family that reached beyond this mark has shown what belongs to it.
      if let end = ends[encoding], offset < end - EscapedText.reach / 2 { continue }
      let (view, end) = EscapedText.view(of: encoding, around: offset, in: bytes)
      ends[encoding] = end
      scan(view, depth: 1, before: &court) { view.raw($0) }
    }
    EncodedRuns(bytes: bytes).walk { view in
      scan(view, depth: 1, before: &court) { view.raw($0) }
    }
  }

  /// Scans the halves of tokens that line breaks cut.
  mutating func scan(_ broken: [DecodedView], before court: inout Court) {
    for view in broken { scan(view, depth: Self.depth, before: &court) { view.raw($0) } }
  }

  private mutating func scan(
    _ view: DecodedView, depth: Int, before court: inout Court,
    place: (Range<Int>) -> Range<Int>
  ) {
    examine(view, before: &court, place: place)
    guard depth < Self.depth else { return }
    EncodedRuns(bytes: view.bytes).walk { inner in
      scan(inner, depth: depth + 1, before: &court) { place(inner.raw($0)) }
    }
  }

  private mutating func examine(
    _ view: DecodedView, before court: inout Court, place: (Range<Int>) -> Range<Int>
  ) {
    let found = scanner.scan(view.bytes, as: .other, isBase: false, isBinary: false)
    let records = found.records
    windows += found.work.windows
    var heard: [Int: Set<Range<Int>>] = [:]
    var limited: Set<Int> = []
    for record in records {
      guard case .matches(let proposed) = record.outcome else { continue }
      for judged in proposed.secrets {
        let range = judged.range.moved(by: Int(record.place))
        guard heard[proposed.rule, default: []].insert(range).inserted else { continue }
        court.hear(
          judged, in: view, standingAt: place(range), value: Array(view.bytes[range]))
      }
      if proposed.isLimited, limited.insert(proposed.rule).inserted {
        let start = Int(record.place)
        court.hear(limitOf: proposed.rule, at: place(start..<start + 1).lowerBound)
      }
    }
    for record in records {
      guard case .assignment(let proposed) = record.outcome else { continue }
      let range = proposed.assignment.range.moved(by: Int(record.place))
      court.hear(proposed, in: view, standingAt: place(range))
    }
  }
}
