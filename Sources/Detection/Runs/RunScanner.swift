internal import Rules

/// Looks at the opaque stretches of a text: for the names of providers before them, and for text
/// that they encode.
struct RunScanner: ~Copyable {
  /// How far before a stretch the name may begin whose value it is a part of: a name's length, the
  /// way to the value, and what of the value is no part of the stretch.
  private static let before = NameHashes.longest + Walk.reach + 40
  /// How far from a change the stretch may stand whose match the change can have touched: further
  /// than any shape of a value is long.
  static let reach = 1_536
  /// How far from a change a name or a stretch may stand, on another line, whose match the change can have
  /// touched: what is in a match's window beyond them, and one more byte.
  static let margin = OpaqueRuns.digestMargin + 2

  private let engine: DetectionEngine
  private var shapes = ProviderShapes()
  /// Up to where names have been looked for.
  private var seen = 0

  init(_ engine: DetectionEngine) { self.engine = engine }

  /// What stands in a text.
  mutating func scan(_ bytes: [UInt8], _ views: inout ViewScanner) -> RunRecords {
    var found = RunRecords()
    seen = 0
    OpaqueRuns.forEach(in: bytes, 0..<bytes.count) { run in
      look(before: run, in: bytes, into: &found.named)
      if run.lowerBound >= found.encoded.last?.end ?? 0 {
        decode(run, in: bytes, &views, into: &found.encoded)
      }
    }
    return found
  }

  /// What stands in a text that was made of another one: what ``scan(_:_:)`` finds, but only what the
  /// change can have touched is looked at.
  ///
  /// - Parameter zones: the lines around the change.
  mutating func scan(
    _ bytes: [UInt8], change: TextChange, in zones: [Range<Int>], of base: RunRecords,
    _ views: inout ViewScanner
  ) -> RunRecords {
    var fresh: [RunRecords.Named] = []
    var splice = EncodedSplice(change, of: base.encoded, count: bytes.count)
    let parts = splice.parts(with: zones)
    var walked = 0
    seen = 0
    for (index, start) in parts.enumerated() {
      let limit = index + 1 < parts.count ? parts[index + 1].lowerBound : bytes.count
      splice.inherit(before: start.lowerBound)
      var part: Range<Int>? = start
      while let next = part {
        if next.upperBound > walked {
          let unseen = max(next.lowerBound, walked)..<next.upperBound
          walked = OpaqueRuns.forEach(in: bytes, unseen) { run in
            look(before: run, in: bytes, into: &fresh)
            if run.lowerBound >= splice.end {
              decode(run, in: bytes, &views, into: &splice.records)
            }
          }
        }
        part = splice.rest(behind: walked, before: limit)
      }
    }
    splice.inherit(before: bytes.count)
    return RunRecords(
      named: Self.merged(fresh, base.named.inherited(through: change, count: bytes.count)),
      encoded: splice.records)
  }

  /// Looks for names before a stretch and in it.
  private mutating func look(
    before run: Range<Int>, in bytes: [UInt8], into found: inout [RunRecords.Named]
  ) {
    guard OpaqueRuns.isIrregular(bytes, run), !OpaqueRuns.isDigest(bytes, run) else { return }
    let lowest = max(seen, run.lowerBound - Self.before)
    seen = run.upperBound
    let scanner = ProviderScanner(bytes: bytes)
    var place = bytes.lineStart(before: run.lowerBound, from: lowest)
    while let (start, names) = engine.providers.next(in: bytes, from: place, to: run.upperBound) {
      place = start + 1
      guard let match = scanner.match(of: names, at: start, engine, &shapes) else { continue }
      // Another stretch may have led here.
      let (stretch, isDigest) = OpaqueRuns.digest(around: match.range.lowerBound, of: bytes)
      if isDigest { continue }
      let first = min(match.name.lowerBound - 1, stretch.lowerBound - OpaqueRuns.digestMargin)
      let end = max(
        match.range.upperBound + 2, match.name.upperBound + 1, stretch.upperBound + 1)
      found.append(
        RunRecords.Named(
          place: start, match: match, window: max(0, first)..<min(bytes.count, end)))
    }
  }

  private func decode(
    _ run: Range<Int>, in bytes: [UInt8], _ views: inout ViewScanner,
    into found: inout [RunRecords.Encoded]
  ) {
    guard run.count >= EncodedRuns.shortest,
      let stretch = EncodedRuns(bytes: bytes).stretch(beginningAt: run)
    else { return }
    var all: [ViewProposals.Proposal] = []
    EncodedRuns(bytes: bytes).forEachView(of: stretch) { view in
      views.propose(from: view, depth: 1, into: &all) { view.raw($0).moved(by: -run.lowerBound) }
    }
    found.append(
      RunRecords.Encoded(
        place: run.lowerBound, end: stretch.end, window: stretch.window,
        proposals: all.isEmpty ? .none : ViewProposals(all)))
  }

  /// Both in order, each place once.
  private static func merged(_ fresh: [RunRecords.Named], _ inherited: [RunRecords.Named])
    -> [RunRecords.Named]
  {
    if fresh.isEmpty { return inherited }
    var all = (fresh + inherited).sorted { $0.place < $1.place }
    var kept = 0
    for index in all.indices where kept == 0 || all[index].place != all[kept - 1].place {
      all[kept] = all[index]
      kept += 1
    }
    all.removeSubrange(kept...)
    return all
  }
}
