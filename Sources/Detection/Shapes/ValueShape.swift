/// What a value is made of, counted in one pass.
struct ValueShape {
  private(set) var lowercase = 0
  private(set) var uppercase = 0
  private(set) var digits = 0
  private(set) var hexDigits = 0
  private(set) var blanks = 0
  /// Printable ASCII that is neither letter, digit nor blank.
  private(set) var symbols = 0
  /// Control characters and bytes from 128 on.
  private(set) var others = 0
  /// Changes between letters and digits: many in random values, few in `server2012`.
  private(set) var turns = 0
  let count: Int

  init(_ bytes: some Collection<UInt8>) {
    count = bytes.count
    var previous: UInt8 = 0
    // Without branches: the bytes of a random value are a coin toss each.
    for byte in bytes {
      let (isLetter, isDigit) = (byte.isLetter, byte.isDigit)
      let isSpace = byte.isBlank || byte.isNewline
      let isPrintable = byte &- 0x21 < 0x5E
      lowercase += byte.isLowercase ? 1 : 0
      uppercase += byte.isUppercase ? 1 : 0
      digits += isDigit ? 1 : 0
      blanks += isSpace ? 1 : 0
      symbols += isPrintable && !isLetter && !isDigit ? 1 : 0
      others += isPrintable || isSpace ? 0 : 1
      hexDigits += byte.isHexDigit ? 1 : 0
      turns += isDigit && previous.isLetter || isLetter && previous.isDigit ? 1 : 0
      previous = byte
    }
  }

  var letters: Int { lowercase + uppercase }
  /// How many of the classes lower case, upper case, digit and symbol occur.
  var classes: Int {
    (lowercase > 0 ? 1 : 0) + (uppercase > 0 ? 1 : 0) + (digits > 0 ? 1 : 0)
      + (symbols > 0 ? 1 : 0)
  }
  var isDigitsOnly: Bool { digits == count }
  var isHexadecimal: Bool { hexDigits == count && count > 0 }
}
