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

  /// Scans what escapes hide in a text and brings it before the court.
  mutating func scan(
    _ bytes: [UInt8], escapes: [EscapeMark], before court: inout Court
  ) {
    var shown: [DecodedView.Encoding: Int] = [:]
    for escape in escapes where escape.isTried {
      let offset = Int(escape.offset)
      let encoding = EscapedText.marks[Int(escape.mark)].encoding
      // A view of the same family that reached beyond this mark has shown what belongs to it.
      if let end = shown[encoding], offset < end { continue }
      let (view, end) = EscapedText.view(of: encoding, around: offset, in: bytes)
      shown[encoding] = end
      hear(view, depth: 1, before: &court)
    }
  }

  /// Scans the halves of tokens that line breaks cut.
  mutating func scan(_ broken: [DecodedView], before court: inout Court) {
    for view in broken { hear(view, depth: Self.depth, before: &court) }
  }

  private mutating func hear(_ view: DecodedView, depth: Int, before court: inout Court) {
    var proposals: [ViewProposals.Proposal] = []
    propose(from: view, depth: depth, into: &proposals) { view.raw($0) }
    for proposal in proposals { court.hear(proposal, at: 0) }
  }

  /// Adds what a view holds, and what is encoded in it.
  ///
  /// - Parameter place: where a part of the view stands in the text.
  mutating func propose(
    from view: DecodedView, depth: Int, into proposals: inout [ViewProposals.Proposal],
    place: (Range<Int>) -> Range<Int>
  ) {
    examine(view, into: &proposals, place: place)
    guard depth < Self.depth else { return }
    EncodedRuns(bytes: view.bytes).walk { inner in
      propose(from: inner, depth: depth + 1, into: &proposals) { place(inner.raw($0)) }
    }
  }

  private mutating func examine(
    _ view: DecodedView, into proposals: inout [ViewProposals.Proposal],
    place: (Range<Int>) -> Range<Int>
  ) {
    let found = scanner.scan(view.bytes, as: .other, isBase: false, isBinary: false)
    windows += found.work.windows
    var heard: [Int: Set<Range<Int>>] = [:]
    var limited: Set<Int> = []
    for record in found.records {
      guard case .matches(let proposed) = record.outcome else { continue }
      for judged in proposed.secrets {
        let range = judged.range.moved(by: Int(record.place))
        guard heard[proposed.rule, default: []].insert(range).inserted else { continue }
        proposals.append(
          .match(judged, value: Array(view.bytes[range]), view.encoding, place(range)))
      }
      if proposed.isLimited, limited.insert(proposed.rule).inserted {
        let start = Int(record.place)
        proposals.append(.limit(rule: proposed.rule, at: place(start..<start + 1).lowerBound))
      }
    }
    for record in found.records {
      guard case .assignment(let proposed) = record.outcome else { continue }
      let range = proposed.assignment.range.moved(by: Int(record.place))
      proposals.append(.assignment(proposed, view.encoding, place(range)))
    }
  }
}
