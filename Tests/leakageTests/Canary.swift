/// Looks for traces of values in what was written: as they are, in Base64 at any of its three
/// alignments, as hexadecimal digits, percent-encoded, escaped as in JSON, and backwards.
struct Canary {
  /// How many bytes of a form count as a trace: less is chance, or the public prefix.
  private static let window = 12
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15 | 1

  private var hashes: [UInt64: String] = [:]
  /// `factor` to the power of the window's length.
  private let outgoing = (0..<Canary.window).reduce(1 as UInt64) { power, _ in
    power &* Canary.factor
  }

  init(_ values: [[UInt8]]) {
    for (index, value) in values.enumerated() {
      // The first bytes may be public: the prefix of a token, the header of a key.
      let secret = Array(value.dropFirst(Self.publicBytes(value)))
      precondition(
        secret.count >= Self.window, "value \(index) is too short to be told from chance")
      for (name, form) in Self.forms(secret) {
        roll(form) { hash, _ in hashes[hash] = "value \(index) \(name)" }
      }
    }
  }

  /// What is found of the values in some bytes, by value and form, with the place of the first byte.
  func traces(in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    roll(bytes) { hash, end in
      if let name = hashes[hash] {
        let start = max(0, end - 60)
        let before = String(decoding: bytes[start..<max(start, end - Self.window)], as: UTF8.self)
        found.insert("\(name) behind «\(before)»")
      }
    }
    return found
  }

  private static func publicBytes(_ value: [UInt8]) -> Int {
    let header = Array("KEY-----".utf8)
    if value.starts(with: "-----BEGIN".utf8),
      let end = value.indices.first(where: { value[$0...].starts(with: header) })
    {
      return end + header.count
    }
    return min(4, value.count / 4)
  }

  private static func forms(_ value: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var forms: [(String, [UInt8])] = [("as it is", value), ("backwards", value.reversed())]
    for lead in 0..<3 {
      let encoded = base64([UInt8](repeating: 0, count: lead) + value)
      forms.append(("in Base64", Array(encoded.dropFirst(4).dropLast(4))))
    }
    for digits in ["0123456789abcdef", "0123456789ABCDEF"] {
      let digits = Array(digits.utf8)
      forms.append(
        ("in hexadecimal", value.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
      let percent = value.flatMap { byte -> [UInt8] in
        isPlain(byte)
          ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      forms.append(("percent-encoded", percent))
    }
    let escaped = value.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\n"): Array(#"\n"#.utf8)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
      default: [byte]
      }
    }
    return forms + [("escaped", escaped)]
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)].reduce(0) { $0 << 8 | Int($1) }
      let missing = max(0, start + 3 - bytes.count)
      let bits = group << (8 * missing)
      encoded += [18, 12, 6, 0].map { digits[bits >> $0 & 63] }
    }
    return encoded
  }

  /// Gives the hash of each window, and where it ends.
  private func roll(_ bytes: [UInt8], _ body: (UInt64, Int) -> Void) {
    var hash: UInt64 = 0
    for index in bytes.indices {
      hash = hash &* Self.factor &+ UInt64(bytes[index]) &+ 1
      if index >= Self.window {
        hash = hash &- outgoing &* (UInt64(bytes[index - Self.window]) &+ 1)
      }
      if index >= Self.window - 1 { body(hash, index + 1) }
    }
  }
}
