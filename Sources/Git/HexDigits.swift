internal import Findings

extension ObjectID {
  /// A name from hexadecimal digits in git's output.
  ///
  /// The same as `ObjectID(hex:)`, for one type of collection: listings hold millions of names, and
  /// the general reader, being in another module, asks for each digit through a table (measured:
  /// 2 µs a name).
  init?(digits: ArraySlice<UInt8>) {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    for place in 0..<digits.count / 2 {
      let high = Self.value(digits[digits.startIndex + 2 * place])
      let low = Self.value(digits[digits.startIndex + 2 * place + 1])
      guard high < 16, low < 16 else { return nil }
      bytes[place] = high << 4 | low
    }
    self.init(bytes.span.extracting(..<(digits.count / 2)))
  }

  /// The value of a digit; above 15 for any other byte.
  private static func value(_ digit: UInt8) -> UInt8 {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: 0xFF
    }
  }
}
