/// The header of a tar member: 512 bytes that carry their own checksum (POSIX `pax`, ustar).
enum TarHeader {
  static let length = 512

  /// Whether the first 512 bytes are a header: the checksum must hold, as unsigned bytes or, as
  /// some old writers did it, as signed ones. That also recognises tars older than ustar.
  static func isValid(_ block: Span<UInt8>) -> Bool {
    guard block.count >= length, block[0] != 0,
      let expected = octal(block.extracting(148..<156)),
      // A size is octal, or has its top bit set (base 256).
      block[124] >= 0x80 || octal(block.extracting(124..<136)) != nil
    else { return false }
    var unsigned = 0
    var signed = 0
    for index in 0..<length {
      // The checksum counts its own field as blanks.
      let byte = (148..<156).contains(index) ? 0x20 : block[index]
      unsigned += Int(byte)
      signed += Int(Int8(bitPattern: byte))
    }
    return expected == unsigned || expected == signed
  }

  /// A field of octal digits between blanks and NULs; nil when it is anything else or empty.
  private static func octal(_ field: Span<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    var ended = false
    for index in field.indices {
      switch field[index] {
      case 0x30...0x37:
        guard !ended else { return nil }
        value = value << 3 | Int(field[index] - 0x30)
        digits += 1
      case 0x20, 0x00:
        ended = digits > 0
      default: return nil
      }
    }
    return digits > 0 ? value : nil
  }
}
