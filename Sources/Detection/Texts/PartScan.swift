internal import Glibc
internal import Patterns
internal import Rules

/// A text of which others are parts, as the log of a job is of the logs of its steps.
struct WholeText {
  let bytes: [UInt8]
  let records: TextRecords
  /// Where the last part ended: mostly the next one begins there.
  private var end = 0

  /// Larger texts are not kept.
  static let largest = 16 << 20
  /// A smaller part is scanned in the time that it takes to look for it.
  private static let smallest = 1 << 10
  /// How many places are tried where a part seems to begin.
  private static let attempts = 4
  /// How much of a part is looked for.
  private static let sample = 256

  init(_ bytes: [UInt8], _ records: TextRecords) {
    self.bytes = bytes
    self.records = records
  }

  /// Where a text stands in this one; nil if it does not, or is not found at once. O(bytes).
  mutating func place(of part: [UInt8]) -> Int? {
    guard part.count >= Self.smallest, part.count <= bytes.count else { return nil }
    if holds(part, at: end) {
      end += part.count
      return end - part.count
    }
    let sample = Array(part.prefix(Self.sample))
    var from = 0
    for _ in 0..<Self.attempts {
      guard let place = first(sample, from: from) else { return nil }
      if holds(part, at: place) {
        end = place + part.count
        return place
      }
      from = place + 1
    }
    return nil
  }

  private func holds(_ part: [UInt8], at place: Int) -> Bool {
    guard part.count <= bytes.count - place else { return false }
    return unsafe bytes.withUnsafeBytes { own in
      unsafe part.withUnsafeBytes { part in
        guard let start = own.baseAddress, let other = part.baseAddress else { return true }
        return unsafe memcmp(start + place, other, part.count) == 0
      }
    }
  }

  /// The first place at or behind an offset where a text that is not empty stands.
  private func first(_ text: [UInt8], from: Int) -> Int? {
    var place = from
    while place + text.count <= bytes.count {
      let rest = bytes.count - text.count + 1 - place
      let found = unsafe bytes.withUnsafeBytes { own -> Int? in
        guard let start = own.baseAddress,
          let hit = unsafe memchr(start + place, Int32(text[0]), rest)
        else { return nil }
        return unsafe UnsafeRawPointer(hit) - start
      }
      guard let found else { return nil }
      if holds(text, at: found) { return found }
      place = found + 1
    }
    return nil
  }
}

extension TextScanner {
  /// What stands in a text that is a part of another one: what ``scan(_:as:isBase:isBinary:)``
  /// finds, but only what the seams can have touched is looked at.
  ///
  /// The keywords are those of the whole. What came of one is taken over where all that it depends on
  /// lies in the part; a keyword without a record led to nothing, and does so again unless it stands
  /// so close to a seam that its line may have been cut.
  ///
  /// - Parameter start: where the part begins in the whole.
  /// - Returns: nil if the part is no text of the whole's kind.
  mutating func scan(
    _ bytes: [UInt8], as kind: FileKind, from start: Int, of whole: TextRecords
  ) -> TextRecords? {
    let isBinary = Self.isBinary(bytes)
    guard whole.isBinary == isBinary, whole.fileKind == kind else { return nil }
    var found = TextRecords(fileKind: kind, isBinary: isBinary)
    found.work.bytes = bytes.count
    let change = TextChange(part: start..<start + bytes.count, of: whole.work.bytes)
    let copy = change.copies[0]
    let zones = DirtyZones(change, in: bytes, reach: engine.tables.reach).ranges
    var readers = Readers(bytes, isBase: false)
    var escapes = EscapeMarks(keepsAll: false)
    let searches = beginPart()
    var records = whole.records[whole.records.firstIndex(at: start) { Int($0.place) }...]
    for old in whole.hits[whole.hits.firstIndex(at: start) { $0.offset }...] {
      guard old.offset < copy.base.upperBound else { break }
      let record = records.first.flatMap { $0.hit == old ? $0 : nil }
      if record != nil { records = records.dropFirst() }
      guard old.offset + engine.length(ofKeyword: old.keyword) <= copy.base.upperBound else {
        continue
      }
      let hit = KeywordHit(offset: old.offset - start, keyword: old.keyword)
      let meaning = engine.meaning(ofKeyword: hit.keyword)
      if case .escape(let mark) = meaning {
        escapes.see(mark, at: hit.offset)
        continue
      }
      switch meaning {
      case .anchor, .word: escapes.see(wordAt: hit.offset)
      case .comment, .escape: break
      }
      if let record, change.holds(record.window, in: copy, count: bytes.count) {
        inherit(record.moved(by: -start), of: whole, with: &readers, into: &found)
      } else if record != nil || zones.contains(where: { $0.contains(hit.offset) }) {
        found.work.keywords += 1
        examine(hit, with: &readers, into: &found)
      }
      if case .anchor(let anchor) = meaning, kind == .log,
        found.records.last?.isMatch(at: hit) != true
      {
        found.broken.see(engine.rules[anchor.rule], anchor, at: hit.offset, in: bytes)
      }
    }
    found.escapes = escapes.marks
    found.work.windows = endPart(searches)
    return found
  }
}

extension TextChange {
  /// A text that is a part of another one.
  init(part: Range<Int>, of size: Int) {
    self.init(copies: [Copy(base: part, start: 0)], baseSize: size)
  }
}
