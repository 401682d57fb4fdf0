/// What is text beside and inside the lookups of a value.
enum LiteralPart {
  /// The longest text, without the white space and the quotes around it; `nil` if no text has a
  /// letter or a digit.
  static func longest(
    in bytes: [UInt8], _ range: Range<Int>, spans: [ReferenceSpan]
  ) -> Range<Int>? {
    var longest: Range<Int>?
    func consider(_ part: Range<Int>) {
      let part = bytes.unquoted(bytes.trimmed(part))
      guard part.count > longest?.count ?? 0, bytes[part].contains(where: isText) else { return }
      longest = part
    }
    var start = range.lowerBound
    for span in spans {
      consider(start..<span.range.lowerBound)
      if let literal = span.literal { consider(literal) }
      start = span.range.upperBound
    }
    consider(start..<range.upperBound)
    return longest
  }

  private static func isText(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }
}
