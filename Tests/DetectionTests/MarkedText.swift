/// A text in which the expected places stand between `«` and `»`, so that no test counts columns.
struct MarkedText {
  let bytes: [UInt8]
  let ranges: [Range<Int>]

  init(_ text: String) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start: Int?
    for character in text {
      switch character {
      case "«": start = bytes.count
      case "»":
        if let begin = start { ranges.append(begin..<bytes.count) }
        start = nil
      default: bytes += Array(String(character).utf8)
      }
    }
    self.bytes = bytes
    self.ranges = ranges
  }
}
