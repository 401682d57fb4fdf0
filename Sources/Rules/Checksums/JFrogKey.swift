internal import Findings

/// JFrog's reference tokens, base64 of `reftkn:<version>:<expiry>:<random>`, and API keys, which
/// are 54 bytes in base 58.
enum JFrogKey {
  private static let digits = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
  private static let keyLength = 54

  static func verifyReference(_ token: [UInt8]) -> ChecksumOutcome {
    guard token.starts(with: "cmVmdGtu".utf8) else { return .notApplicable }
    guard let text = Base64.decode(token) else { return .bad }
    let parts = text.split(separator: UInt8(ascii: ":"))
    return parts.count == 4 && isNumber(parts[1]) && isNumber(parts[2]) ? .good : .bad
  }

  static func verifyKey(_ key: [UInt8]) -> ChecksumOutcome {
    guard key.starts(with: "AKCp".utf8), key.count < 100 else { return .notApplicable }
    return length(ofBase58: key) == keyLength ? .good : .bad
  }

  /// How many bytes a number in base 58 takes; `nil` for any other text. Quadratic in its length.
  private static func length(ofBase58 text: [UInt8]) -> Int? {
    var bytes: [UInt8] = []
    for character in text {
      guard let digit = digits.firstIndex(of: character) else { return nil }
      var carry = digit
      for index in bytes.indices {
        carry += Int(bytes[index]) * 58
        bytes[index] = UInt8(truncatingIfNeeded: carry)
        carry >>= 8
      }
      if carry > 0 { bytes.append(UInt8(carry)) }
    }
    return bytes.count
  }

  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && text.allSatisfy { (0x30...0x39).contains($0) }
  }
}
