/// U+FEFF in UTF-8.
enum ByteOrderMark {
  static let length = 3

  static func starts(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }
}
