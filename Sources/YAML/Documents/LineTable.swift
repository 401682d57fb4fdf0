/// Turns byte offsets into lines and columns.
struct LineTable: Sendable {
  private let bytes: [UInt8]
  private var starts: [Int] = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (offset, byte) in bytes.enumerated() where byte == Ascii.lineFeed {
      starts.append(offset + 1)
    }
  }

  /// The position of a byte, or of the end for any offset behind it. Takes time for the logarithm
  /// of the lines and the length of one.
  func position(of offset: Int) -> YAMLPosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var start = starts[low]
    if low == 0, ByteOrderMark.starts(bytes) { start = ByteOrderMark.length }
    var column = 1
    // Bytes that continue a character are not counted.
    for byte in bytes[min(start, offset)..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return YAMLPosition(line: low + 1, column: column)
  }
}
