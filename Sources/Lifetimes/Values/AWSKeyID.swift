internal import Findings

/// AWS key ids hold the account: of the base 32 behind the four letters of the kind, the 40 bits
/// after the first one.
enum AWSKeyID {
  static func facts(of id: [UInt8]) -> [Evidence.Fact] {
    guard let account = account(of: id) else { return [] }
    return [Evidence.Fact("account", account)]
  }

  /// The account, twelve digits; `nil` for anything that is no key id, and for those made before
  /// 2019, whose first bit is 0 and which hold none.
  static func account(of id: [UInt8]) -> String? {
    let kinds = ["AKIA", "ASIA", "ABIA", "ACCA"]
    guard id.count == 20, kinds.contains(where: { id.starts(with: $0.utf8) }) else { return nil }
    var bits: UInt64 = 0
    for (index, character) in id[4...].enumerated() {
      guard let digit = digit(character) else { return nil }
      // Nine characters are 45 bits.
      if index < 9 { bits = bits << 5 | UInt64(digit) }
    }
    guard bits >> 44 == 1 else { return nil }
    let digits = String(bits >> 4 & 0xFF_FFFF_FFFF)
    guard digits.utf8.count <= 12 else { return nil }
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }

  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
    case UInt8(ascii: "2")...UInt8(ascii: "7"): character - UInt8(ascii: "2") + 26
    default: nil
    }
  }
}
