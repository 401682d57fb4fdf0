/// Says what of a table's cells may be secrets.
enum RowCell {
  /// Whether a cell is neither a word nor a text nor filled in later.
  static func isLikely(
    _ cell: Range<Int>, shortest: Int, in bytes: Span<UInt8>
  ) -> Bool {
    guard cell.count >= shortest, cell.count <= 300 else { return false }
    switch bytes[cell.lowerBound] {
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ":"),
      UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "?"):
      return false
    default: break
    }
    // A password's hash is of a kind of its own.
    if bytes[cell.lowerBound] == UInt8(ascii: "p"), bytes[cell.lowerBound + 1] == UInt8(ascii: "b"),
      bytes[cell.lowerBound + 2] == UInt8(ascii: "k"),
      bytes[cell.lowerBound + 3] == UInt8(ascii: "d")
    {
      return false
    }
    var (isLower, isUpper) = (true, true)
    for place in cell {
      let byte = bytes[place]
      if byte <= 0x20 { return false }
      if !(0x61...0x7A).contains(byte) { isLower = false }
      if !(0x41...0x5A).contains(byte), byte != 0x5F { isUpper = false }
    }
    return !isLower && !isUpper
  }

  /// Whether a cell, besides, has letters and digits, as what stands without quotes must.
  static func isMade(_ cell: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard isLikely(cell, shortest: 6, in: bytes) else { return false }
    var (hasDigit, hasLetter) = (false, false)
    for place in cell {
      switch bytes[place] {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A: hasLetter = true
      default: break
      }
    }
    return hasDigit && hasLetter
  }
}
