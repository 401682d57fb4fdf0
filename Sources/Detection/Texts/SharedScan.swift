internal import Findings
internal import Patterns

/// What came of some keywords of a text.
private struct PartRecords: Sendable {
  var records: [TextRecord] = []
  var runs = RunRecords()
  let windows: Int
}

extension TextScanner {
  /// How many pieces of a text are shared before what was found in them is put together: the room for
  /// their keywords does not grow with the text.
  private static let sharedPieces = 32

  /// Whether a text is worth sharing. Of a log more is a matter of what stands before it.
  static func isShared(_ bytes: [UInt8], as kind: FileKind) -> Bool {
    kind != .log && bytes.count > 2 * pieceLength
  }

  /// What stands in a large text: what ``scan(_:as:isBase:isBinary:isWhole:)`` finds, and its runs, but
  /// on all threads that `sharing` has.
  ///
  /// Keywords are found in all pieces at the same time. Which of them are tried is then a matter of
  /// those before them, and told in their order; what comes of them is not, so that it is shared again.
  mutating func scan(_ bytes: [UInt8], as kind: FileKind, sharing: some Sharing) -> TextRecords {
    var found = TextRecords(fileKind: kind, isBinary: Self.isBinary(bytes))
    found.work.bytes = bytes.count
    var escapes = EscapeMarks(keepsAll: false)
    let mark = beginPart()
    let (engine, isBinary) = (engine, found.isBinary)
    let starts = Array(stride(from: 0, to: bytes.count, by: Self.pieceLength))
    for first in stride(from: 0, to: starts.count, by: Self.sharedPieces) {
      let starts = starts[first..<min(first + Self.sharedPieces, starts.count)]
      let hits = sharing.map(starts.count) { number in
        let start = starts[first + number]
        var hits: [KeywordHit] = []
        engine.tables.filter.findHits(
          in: bytes.span, startingIn: start..<min(start + Self.pieceLength, bytes.count),
          into: &hits)
        return hits
      }
      let parts = parts(hits, of: bytes, &escapes, &found)
      let results = sharing.map(parts.count + 1) { number in
        if number == 0 {
          return first == 0 && !isBinary ? Self.runs(in: bytes, engine) : PartRecords(windows: 0)
        }
        var scanner = TextScanner(engine)
        return scanner.records(of: parts[number - 1], in: bytes, as: kind, isBinary: isBinary)
      }
      if first == 0 { found.runs = results[0].runs }
      for result in results {
        found.records += result.records
        found.work.windows += result.windows
      }
    }
    found.escapes = escapes.marks
    found.work.windows += endPart(mark)
    return found
  }

  /// The keywords of some pieces that are to be tried, in parts that can be looked at by themselves:
  /// no two of them hold keywords of one line.
  private mutating func parts(
    _ pieces: [[KeywordHit]], of bytes: [UInt8], _ escapes: inout EscapeMarks,
    _ found: inout TextRecords
  ) -> [[KeywordHit]] {
    var parts: [[KeywordHit]] = []
    for hits in pieces {
      found.work.keywords += hits.count
      var isOpen = true
      for hit in hits where isTried(hit, in: bytes, &escapes, &found) {
        // The last part goes on to the end of its line.
        let last = parts.last?.last?.offset
        if isOpen, last.map({ bytes.lineEnd(behind: $0, to: hit.offset) < hit.offset }) ?? true {
          isOpen = false
          parts.append([])
        }
        parts[parts.count - 1].append(hit)
      }
    }
    return parts
  }

  /// Whether a keyword is to be looked at. Keywords are asked about in order.
  private mutating func isTried(
    _ hit: KeywordHit, in bytes: [UInt8], _ escapes: inout EscapeMarks, _ found: inout TextRecords
  ) -> Bool {
    switch engine.meaning(ofKeyword: hit.keyword) {
    case .escape(let mark):
      escapes.see(mark, at: hit.offset)
      return false
    case .comment: return true
    case .word:
      escapes.see(wordAt: hit.offset)
      return true
    case .anchor(let anchor):
      escapes.see(wordAt: hit.offset)
      return window(of: anchor, at: hit.offset, in: bytes)?.isSkipped == false
    }
  }

  /// What stands in and around keys and encoded text.
  private static func runs(in bytes: [UInt8], _ engine: DetectionEngine) -> PartRecords {
    var views = ViewScanner(engine)
    var scanner = RunScanner(engine)
    let runs = scanner.scan(bytes, &views)
    return PartRecords(runs: runs, windows: views.takeWindows())
  }

  private mutating func records(
    of hits: [KeywordHit], in bytes: [UInt8], as kind: FileKind, isBinary: Bool
  ) -> PartRecords {
    var found = TextRecords(fileKind: kind, isBinary: isBinary)
    var readers = Readers(bytes, isBase: false)
    let mark = beginPart()
    for hit in hits { examine(hit, with: &readers, into: &found) }
    return PartRecords(records: found.records, windows: endPart(mark))
  }
}
