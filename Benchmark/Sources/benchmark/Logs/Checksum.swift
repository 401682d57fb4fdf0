/// The checksum at the end of GitHub's and npm's tokens: the CRC-32 of the rest, as six numerals of
/// base 62 (source: github.blog, Behind GitHub's new authentication token formats).
enum Checksum {
  static func numerals(of text: String) -> String {
    var rest = Int(crc32(text.utf8))
    var numerals: [UInt8] = []
    for _ in 0..<6 {
      numerals.append(Alphabet.base62.letters[rest % 62])
      rest /= 62
    }
    return String(decoding: numerals.reversed(), as: UTF8.self)
  }

  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { bits, _ in
        bits & 1 == 1 ? (bits >> 1) ^ 0xedb8_8320 : bits >> 1
      }
    }
  }
}
