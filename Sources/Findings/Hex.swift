/// Hexadecimal digits.
public enum Hex {
  /// The value of a digit, either case; `nil` for any other byte.
  public static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }

  /// Bytes as lower-case digits.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    // Arrays: a generic loop over another module's type costs a hundred instructions a byte.
    let bytes = Array(bytes)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
