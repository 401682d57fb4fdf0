internal import Findings

/// Blocks of PEM (RFC 7468) as files hold them: indented, quoted, on one line with their breaks escaped.
enum PEMText {
  /// The bytes of the first block; `nil` if there is none, or if it is not base64.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let bytes = Array(text)
    let dashes = Array("-----".utf8)
    guard let start = place(of: dashes, in: bytes, from: 0),
      let label = place(of: dashes, in: bytes, from: start + dashes.count)
    else { return nil }
    var digits: [UInt8] = []
    var index = label + dashes.count
    while index < bytes.count, bytes[index] != UInt8(ascii: "-") {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        // The letter belongs to the escape.
        if index < bytes.count, "nrt".utf8.contains(bytes[index]) { index += 1 }
      } else if isDigit(byte) {
        digits.append(byte)
      } else if !" \t\r\n\"',".utf8.contains(byte) {
        return nil
      }
    }
    return Base64.decode(digits)
  }

  /// Where bytes stand in others.
  static func place(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
    for place in start...bytes.count - needle.count
    where bytes[place] == needle[0] && bytes[place + 1] == needle[1] {
      if bytes[place..<place + needle.count].elementsEqual(needle) { return place }
    }
    return nil
  }

  /// Whether a byte is a digit of base64, or its padding.
  static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="):
      true
    default: false
    }
  }
}
