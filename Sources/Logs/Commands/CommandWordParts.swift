extension CommandWord {
  /// The word without its first bytes.
  func dropping(_ count: Int) -> CommandWord {
    CommandWord(value: Array(value.dropFirst(count)), range: range)
  }

  /// What follows the first separator, in Oracle's style up to an `@`.
  func behind(_ separator: UInt8) -> CommandWord? {
    guard let place = value.firstIndex(of: separator), place + 1 < value.count else { return nil }
    var rest = dropping(place + 1)
    if separator == UInt8(ascii: "/"), let at = rest.value.firstIndex(of: UInt8(ascii: "@")) {
      rest = CommandWord(value: Array(rest.value[..<at]), range: range)
    }
    return rest
  }

  /// Where the value stands: exactly, or the whole word where quotes and escapes write it otherwise.
  func place(in text: [UInt8]) -> Range<Int> {
    let length = value.count
    guard length <= range.count else { return range }
    // From the end: what was dropped stood before it.
    for start in stride(from: range.upperBound - length, through: range.lowerBound, by: -1)
    where text[start..<start + length].elementsEqual(value) {
      return start..<start + length
    }
    return range
  }
}
