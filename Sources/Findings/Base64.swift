/// Base64 (RFC 4648), both alphabets.
public enum Base64 {
  /// The bytes that a text stands for; `nil` for any character outside both alphabets, a length
  /// that no bytes have, and anything behind the padding. Padding may be missing.
  public static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    let text = Array(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3 + 2)
    var pending: UInt32 = 0
    var digits = 0
    var padding = 0
    for character in text {
      if character == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(of: character) else { return nil }
      pending = pending << 6 | UInt32(value)
      digits += 1
      if digits.isMultiple(of: 4) {
        bytes.append(UInt8(truncatingIfNeeded: pending >> 16))
        bytes.append(UInt8(truncatingIfNeeded: pending >> 8))
        bytes.append(UInt8(truncatingIfNeeded: pending))
      }
    }
    guard padding <= 2, padding == 0 || (digits + padding).isMultiple(of: 4) else { return nil }
    switch digits % 4 {
    case 1: return nil
    case 2: bytes.append(UInt8(truncatingIfNeeded: pending >> 4))
    case 3:
      bytes.append(UInt8(truncatingIfNeeded: pending >> 10))
      bytes.append(UInt8(truncatingIfNeeded: pending >> 2))
    default: break
    }
    return bytes
  }

  /// Bytes as text.
  ///
  /// - Parameter isURL: whether to write `-` and `_` for `+` and `/`, and no padding.
  public static func encode(_ bytes: some Collection<UInt8>, isURL: Bool = false) -> [UInt8] {
    let bytes = Array(bytes)
    let alphabet = isURL ? urlAlphabet : standardAlphabet
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var pending: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(pending >> bits & 63)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(pending << (6 - bits) & 63)]) }
    while !isURL, !text.count.isMultiple(of: 4) { text.append(UInt8(ascii: "=")) }
    return text
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let standardAlphabet = Array((letters + "+/").utf8)
  private static let urlAlphabet = Array((letters + "-_").utf8)

  private static func value(of character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
