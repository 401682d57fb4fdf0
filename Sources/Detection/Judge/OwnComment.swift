internal import Findings

/// `leakage:allow [RULE] [until=YYYY-MM-DD] [reason="…"]`, read.
struct OwnComment {
  private var rule: ArraySlice<UInt8>?
  private var until: ArraySlice<UInt8>?

  /// Reads the text that begins with `leakage:allow`.
  init(_ text: ArraySlice<UInt8>) {
    var isReason = false
    for word in text.split(whereSeparator: \.isBlank).dropFirst() {
      if isReason {
        isReason = word.last != UInt8(ascii: "\"")
      } else if word.hasPrefix("until=") {
        until = word.dropFirst(6)
      } else if word.hasPrefix("reason=") {
        // A reason in quotes has an end; what stands behind it still counts.
        let rest = word.dropFirst(7)
        isReason =
          rest.first == UInt8(ascii: "\"") && (rest.count == 1 || rest.last != rest.first)
      } else if rule == nil, word.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") }),
        word.first?.isLetter == true, word.contains(UInt8(ascii: "-"))
      {
        rule = word
      }
    }
  }

  /// Whether it allows a rule's finding today.
  func permission(for ruleID: String, asOf: Timestamp) -> Permission {
    if let rule, !rule.elementsEqual(ruleID.utf8) { return .none }
    guard let until else { return .allowed(by: InlineMark.own) }
    guard let day = Timestamp(day: until) else {
      return .ended("by \(InlineMark.own) has a date that cannot be read")
    }
    // The day itself is allowed to its end.
    return day.hasPassed(at: asOf)
      ? .ended("by \(InlineMark.own) ended on \(day.day)") : .allowed(by: InlineMark.own)
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
