/// A way to write numbers: the digits of a base.
struct Numeral: Sendable {
  /// The digits, smallest first.
  let digits: [UInt8]

  private init(_ digits: String) { self.digits = Array(digits.utf8) }

  static let hex = Numeral("0123456789abcdef")
  static let upperHex = Numeral("0123456789ABCDEF")
  static let base36 = Numeral("0123456789abcdefghijklmnopqrstuvwxyz")
  static let base62 = Numeral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  /// A number, filled up with zeros to at least `width` digits.
  func text(_ number: UInt32, width: Int) -> [UInt8] {
    let base = UInt32(digits.count)
    var rest = number
    var text: [UInt8] = []
    while rest > 0 || text.count < width {
      text.append(digits[Int(rest % base)])
      rest /= base
    }
    return text.reversed()
  }

  /// The number that a text of digits stands for; `nil` for any other character, an empty text or
  /// a number beyond 32 bits.
  func number(_ text: some Collection<UInt8>) -> UInt32? {
    guard !text.isEmpty else { return nil }
    var number: UInt32 = 0
    for character in text {
      guard let digit = digits.firstIndex(of: character) else { return nil }
      let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: UInt32(digits.count))
      let (sum, isSumTooLarge) = shifted.addingReportingOverflow(UInt32(digit))
      guard !isTooLarge, !isSumTooLarge else { return nil }
      number = sum
    }
    return number
  }
}
