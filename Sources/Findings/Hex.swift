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
    return unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for (index, byte) in bytes.enumerated() {
        unsafe text[2 * index] = digit(byte >> 4)
        unsafe text[2 * index + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// The digit of a number below 16.
  static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? 0x30 + number : 0x57 + number
  }
}
