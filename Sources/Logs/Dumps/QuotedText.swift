internal import Findings

/// A quoted text as JSON, Python, JavaScript and Ruby print it.
struct QuotedText {
  /// The text without quotes and escapes.
  let value: [UInt8]
  /// Where it stands, without its quotes.
  let range: Range<Int>
  /// Just behind the closing quote.
  var end: Int { range.upperBound + 1 }

  /// The longest text that is read.
  private static let longest = 65_536

  /// The text whose opening quote stands at an offset; `nil` if there is none, or no end.
  init?(_ text: [UInt8], at start: Int) {
    guard start < text.count, Self.isQuote(text[start]) else { return nil }
    let quote = text[start]
    let limit = min(text.count, start + Self.longest)
    var value: [UInt8] = []
    var at = start + 1
    while at < limit, text[at] != quote {
      guard text[at] == UInt8(ascii: "\\"), at + 1 < limit else {
        value.append(text[at])
        at += 1
        continue
      }
      at += Self.unescape(text, at, limit, &value)
    }
    guard at < limit else { return nil }
    self.value = value
    range = start + 1..<at
  }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// Appends what an escape stands for.
  ///
  /// - Returns: its length.
  private static func unescape(
    _ text: [UInt8], _ at: Int, _ limit: Int, _ value: inout [UInt8]
  ) -> Int {
    switch text[at + 1] {
    case UInt8(ascii: "n"): value.append(Byte.newline)
    case UInt8(ascii: "r"): value.append(Byte.carriageReturn)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "x"):
      guard let number = number(text, at + 2, 2, limit) else { return literal() }
      value.append(UInt8(number))
      return 4
    case UInt8(ascii: "u"):
      guard let number = number(text, at + 2, 4, limit) else { return literal() }
      value += Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
      return 6
    default: return literal()
    }
    return 2

    func literal() -> Int {
      value.append(text[at + 1])
      return 2
    }
  }

  private static func number(_ text: [UInt8], _ start: Int, _ digits: Int, _ limit: Int) -> UInt32?
  {
    guard start + digits <= limit else { return nil }
    var number: UInt32 = 0
    for offset in start..<start + digits {
      guard let digit = Hex.value(of: text[offset]) else { return nil }
      number = number << 4 | UInt32(digit)
    }
    return number
  }
}
