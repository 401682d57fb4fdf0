internal import Rules

/// Looks at the opaque stretches of a text: for the names of providers before them, and for text
/// that they encode.
struct RunScanner: ~Copyable {
  /// How far before a stretch the name may begin whose value it is a part of: a name's length, the
  /// way to the value, and what of the value is no part of the stretch.
  private static let before = NameHashes.longest + Walk.reach + 40
  /// How far from a change the stretch may stand whose match the change can have touched: further
  /// than any shape of a value is long.
  private static let reach = 1_536
  /// How far behind a change the stretch may begin that continues what the change cut: what is left
  /// of the line before it may be too short to be a stretch itself.
  private static let margin = EncodedRuns.margin + EncodedRuns.shortest

  private let engine: DetectionEngine
  private var shapes = ProviderShapes()
  /// Up to where names have been looked for.
  private var seen = 0

  init(_ engine: DetectionEngine) { self.engine = engine }

  /// What stands in a text.
  mutating func scan(_ bytes: [UInt8], _ views: inout ViewScanner) -> RunRecords {
    var found = RunRecords()
    var end = 0
    seen = 0
    OpaqueRuns.forEach(in: bytes, 0..<bytes.count) { run in
      look(before: run, in: bytes, into: &found.named)
      if run.lowerBound >= end { decode(run, in: bytes, &views, &end, into: &found.encoded) }
    }
    return found
  }

  /// What stands in a text that was made of another one: what ``scan(_:_:)`` finds, but only what the
  /// change can have touched is looked at.
  mutating func scan(
    _ bytes: [UInt8], change: TextChange, of base: RunRecords, _ views: inout ViewScanner
  ) -> RunRecords {
    var found = RunRecords()
    var fresh: [RunRecords.Named] = []
    var stretches: [Range<Int>] = []
    let dirty = change.dirty(in: bytes.count)
    var walked = 0
    seen = 0
    var ends = LineEnds()
    for range in dirty {
      let zone = Self.zone(around: range, in: bytes, behind: walked, &ends)
      guard zone.upperBound > walked else { continue }
      let part = max(zone.lowerBound, walked)..<zone.upperBound
      walked = OpaqueRuns.forEach(in: bytes, part) { run in
        look(before: run, in: bytes, into: &fresh)
        if run.count >= EncodedRuns.shortest { stretches.append(run) }
      }
    }
    var inherited: [RunRecords.Named] = []
    var isCut = false
    for copy in change.copies {
      for named in base.named.behind(copy.base.lowerBound, \.place) {
        guard named.place < copy.base.upperBound else { break }
        if change.holds(named.window, in: copy, count: bytes.count) {
          inherited.append(named.moved(by: copy.shift))
        }
      }
      for encoded in base.encoded.behind(copy.base.lowerBound, \.place) {
        guard encoded.place < copy.base.upperBound else { break }
        if change.holds(encoded.window, in: copy, count: bytes.count) {
          found.encoded.append(encoded.moved(by: copy.shift))
        } else {
          isCut = true
        }
      }
    }
    found.named = Self.merged(fresh, inherited)
    // Lines of encoded text belong together: where one is touched, all are looked at again.
    let margin = base.encoded.isEmpty ? 0 : Self.margin
    if isCut || Self.touch(stretches, dirty, margin) {
      found.encoded.removeAll(keepingCapacity: true)
      var end = 0
      OpaqueRuns.forEach(in: bytes, 0..<bytes.count) { run in
        if run.lowerBound >= end { decode(run, in: bytes, &views, &end, into: &found.encoded) }
      }
    }
    return found
  }

  /// Whether one of the stretches touches a change, or stands so close behind it that it may have
  /// continued a line which is gone; both are in order.
  private static func touch(
    _ stretches: [Range<Int>], _ dirty: [Range<Int>], _ margin: Int
  ) -> Bool {
    var index = 0
    for range in dirty {
      while index < stretches.count, stretches[index].upperBound < range.lowerBound { index += 1 }
      if index < stretches.count, stretches[index].lowerBound <= range.upperBound + margin {
        return true
      }
    }
    return false
  }

  /// The part of the lines around a change where names are looked for again.
  ///
  /// - Parameter walked: up to where they were looked for; it does not matter where a line begins
  ///   before.
  private static func zone(
    around dirty: Range<Int>, in bytes: [UInt8], behind walked: Int, _ ends: inout LineEnds
  ) -> Range<Int> {
    let first = max(0, dirty.lowerBound - 4)
    let last = min(bytes.count, dirty.upperBound + margin)
    let start = bytes.lineStart(before: first, from: max(0, first - reach, walked))
    return start..<ends.end(behind: last, to: min(bytes.count, last + reach), in: bytes)
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
    _ run: Range<Int>, in bytes: [UInt8], _ views: inout ViewScanner, _ end: inout Int,
    into found: inout [RunRecords.Encoded]
  ) {
    guard run.count >= EncodedRuns.shortest,
      let stretch = EncodedRuns(bytes: bytes).stretch(beginningAt: run)
    else { return }
    end = stretch.end
    var all: [ViewProposals.Proposal] = []
    EncodedRuns(bytes: bytes).forEachView(of: stretch) { view in
      views.propose(from: view, depth: 1, into: &all) { view.raw($0).moved(by: -run.lowerBound) }
    }
    found.append(
      RunRecords.Encoded(
        place: run.lowerBound, window: stretch.window,
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

extension Array {
  /// The elements at or behind an offset. O(log count).
  func behind(_ offset: Int, _ place: (Element) -> Int) -> ArraySlice<Element> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if place(self[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return self[low...]
  }
}
