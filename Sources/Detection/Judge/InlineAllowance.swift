internal import Findings
internal import Patterns

/// Reads the comments by which people allow a finding on a line.
///
/// `leakage:allow [RULE] [until=YYYY-MM-DD] [reason="…"]` is ours; other scanners' comments
/// (`gitleaks:allow`, `trufflehog:ignore`, `pragma: allowlist secret`,
/// `pragma: allowlist nextline secret`) are honoured, because nobody writes two for one line.
struct InlineAllowance {
  /// The marks, as the one pass over a text looks for them.
  static let keywords: [Keyword] = [
    "leakage:allow", "gitleaks:allow", "trufflehog:ignore", "pragma: allowlist secret",
    "pragma: allowlist nextline secret",
  ].compactMap { Keyword($0.utf8) }
  private static let own = 0
  private static let nextLine = 4
  /// How far from the value a comment may stand on a long line.
  private static let reach = 4 << 10

  /// The marks of a text, in order; ``KeywordHit/keyword`` is an index in ``keywords``.
  private var marks: [KeywordHit] = []

  /// Adds a mark, which stands behind the ones added before.
  mutating func add(_ mark: KeywordHit) { marks.append(mark) }

  /// Why a finding is allowed, or `nil` if it is not. O(log marks) without a mark nearby.
  func reason(
    in bytes: [UInt8], around range: Range<Int>, ruleID: String, asOf: Timestamp
  ) -> String? {
    if marks.isEmpty { return nil }
    let line = Self.line(of: bytes, around: range)
    for mark in marks(in: line) where mark.keyword != Self.nextLine {
      if mark.keyword != Self.own { return "an allow comment of another scanner on its line" }
      if Self.allows(bytes[mark.offset..<line.upperBound], ruleID: ruleID, asOf: asOf) {
        return "a leakage:allow comment on its line"
      }
    }
    guard line.lowerBound > 0 else { return nil }
    let end = line.lowerBound - 1
    let above = Self.line(of: bytes, around: end..<end)
    return marks(in: above).contains { $0.keyword == Self.nextLine }
      ? "an allow comment of another scanner on the line before" : nil
  }

  /// The marks that begin in a range.
  private func marks(in range: Range<Int>) -> ArraySlice<KeywordHit> {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    // Many marks on one line say no more than a few.
    return marks[low...].prefix(8).prefix { $0.offset < range.upperBound }
  }

  /// Whether our comment allows the rule today.
  private static func allows(_ comment: ArraySlice<UInt8>, ruleID: String, asOf: Timestamp) -> Bool
  {
    var rule: ArraySlice<UInt8>?
    for word in comment.split(whereSeparator: \.isBlank).dropFirst() {
      if word.hasPrefix("until=") {
        guard let until = Timestamp(day: word.dropFirst(6)) else { return false }
        // The day itself is allowed to its end.
        if until.seconds + 86_400 <= asOf.seconds { return false }
      } else if word.hasPrefix("reason=") {
        break
      } else if rule == nil, word.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") }),
        word.first?.isLetter == true, word.contains(UInt8(ascii: "-"))
      {
        rule = word
      }
    }
    return rule.map { $0.elementsEqual(ruleID.utf8) } ?? true
  }

  private static func line(of bytes: [UInt8], around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, bytes[start - 1] != 0x0A { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, end - range.upperBound < reach, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }
}

extension Timestamp {
  /// The beginning of a day `YYYY-MM-DD`.
  fileprivate init?(day text: ArraySlice<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(String(decoding: parts[0], as: UTF8.self)),
      let month = Int(String(decoding: parts[1], as: UTF8.self)), (1...12).contains(month),
      let day = Int(String(decoding: parts[2], as: UTF8.self)), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
