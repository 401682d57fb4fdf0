/// What a writer of text adds to bytes, without a text made for it.
extension [UInt8] {
  /// Adds a text.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { unsafe append(contentsOf: $0) }
  }

  /// Adds a number in decimal digits.
  mutating func append(decimal number: Int) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var start = 20
    var rest = number.magnitude
    repeat {
      start -= 1
      digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { append(UInt8(ascii: "-")) }
    while start < 20 {
      append(digits[start])
      start += 1
    }
  }

  /// Adds blanks.
  mutating func append(blanks count: Int) {
    for _ in 0..<count { append(0x20) }
  }
}
