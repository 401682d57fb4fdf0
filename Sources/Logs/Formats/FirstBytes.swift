/// The bytes that lines begin with: most files hold no line that begins as one of a format's does. Bytes
/// beyond ASCII count as one.
struct FirstBytes: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  /// Those of a text, and the digits if asked for.
  init(_ text: StaticString, digits: Bool = false) {
    text.withUTF8Buffer { for index in 0..<$0.count { unsafe insert($0[index]) } }
    if digits { for digit in 0x30...0x39 as ClosedRange<UInt8> { insert(digit) } }
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(min(byte, 127) - 64) }
  }

  /// Whether a byte is one of them.
  func contains(_ byte: UInt8) -> Bool {
    (byte < 64 ? low >> UInt64(byte) : high >> UInt64(min(byte, 127) - 64)) & 1 != 0
  }

  /// Whether two sets have no byte in common.
  func isDisjoint(with other: FirstBytes) -> Bool {
    low & other.low == 0 && high & other.high == 0
  }

  static let digits = FirstBytes("", digits: true)
}
