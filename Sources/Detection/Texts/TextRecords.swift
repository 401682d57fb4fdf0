internal import Patterns

/// What the one pass over a text found, as a scan of a changed version of the text can use it.
public struct TextRecords: Sendable {
  /// In the order of their keywords.
  var records: [TextRecord] = []
  /// The kind of file that values were judged for.
  let fileKind: FileKind
  /// Whether names and values were left out, because the text is a program's.
  let isBinary: Bool
  /// The escapes, in order.
  var escapes: [EscapeMark] = []
  /// Where a line break may have cut a token; of logs only.
  var broken = BrokenLines()
  /// All keywords, of texts only of which parts may follow.
  var hits: [KeywordHit] = []
  /// What stands in and around keys and encoded text; of texts that are no program's.
  var runs = RunRecords()
  /// What the scan cost.
  public internal(set) var work = DetectionWork()

  /// Whether these records can be handed on to a text like this.
  func suits(isBinary: Bool) -> Bool { self.isBinary == isBinary }

  /// The views of the tokens that line breaks cut and that no pattern matched.
  func brokenViews(of text: [UInt8]) -> [DecodedView] {
    if broken.isEmpty { return [] }
    var matches: [Range<Int>] = []
    for record in records {
      guard case .matches(let proposed) = record.outcome else { continue }
      matches += proposed.secrets.map { $0.range.moved(by: Int(record.place)) }
    }
    return broken.views(of: text, without: matches)
  }
}
