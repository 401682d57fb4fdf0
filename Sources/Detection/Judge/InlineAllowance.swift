internal import Findings

/// Reads the comments by which people allow a finding on a line.
///
/// `leakage:allow [RULE] [until=YYYY-MM-DD] [reason="…"]` is ours; other scanners' comments
/// (`gitleaks:allow`, `trufflehog:ignore`, `pragma: allowlist secret`,
/// `pragma: allowlist nextline secret`) are honoured, because nobody writes two for one line.
enum InlineAllowance {
  private static let foreign: [StaticString] = [
    "gitleaks:allow", "trufflehog:ignore", "pragma: allowlist secret",
  ]
  /// How far from the value a comment is looked for on a long line.
  private static let reach = 1 << 10

  /// Why a finding is allowed, or `nil` if it is not.
  static func reason(
    in bytes: [UInt8], around range: Range<Int>, ruleID: String, asOf: Timestamp
  ) -> String? {
    let line = line(of: bytes, around: range)
    if line.contains(UInt8(ascii: ":")) {
      if let comment = place(of: "leakage:allow", in: line),
        allows(line[comment...], ruleID: ruleID, asOf: asOf)
      {
        return "a leakage:allow comment on its line"
      }
      if foreign.contains(where: { place(of: $0, in: line) != nil }) {
        return "an allow comment of another scanner on its line"
      }
    }
    guard line.startIndex > 1 else { return nil }
    let above = self.line(of: bytes, around: line.startIndex - 1..<line.startIndex - 1)
    return place(of: "pragma: allowlist nextline secret", in: above) == nil
      ? nil : "an allow comment of another scanner on the line before"
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

  private static func line(of bytes: [UInt8], around range: Range<Int>) -> ArraySlice<UInt8> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, bytes[start - 1] != 0x0A { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, end - range.upperBound < reach, bytes[end] != 0x0A { end += 1 }
    return bytes[start..<max(start, end)]
  }

  /// Where a text begins in a line.
  private static func place(of text: StaticString, in line: ArraySlice<UInt8>) -> Int? {
    text.withUTF8Buffer { wanted in
      let length = wanted.count
      guard line.count >= length else { return nil }
      return (line.startIndex...line.endIndex - length).first { start in
        unsafe line[start] == wanted[0] && line[start..<start + length].elementsEqual(wanted)
      }
    }
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
