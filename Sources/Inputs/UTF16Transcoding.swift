internal import Findings

/// UTF-16 with a byte order mark, such as PowerShell writes, made UTF-8 with its way back.
enum UTF16Transcoding {
  /// The byte order that a mark at the beginning names.
  enum ByteOrder {
    case little, big

    /// The unit of two bytes.
    func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
      self == .little
        ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second)
    }

    /// How many newlines are in a piece, and how many units follow the last one.
    func position(after piece: ArraySlice<UInt8>) -> (lines: Int, columns: Int) {
      var (lines, columns) = (0, 0)
      for at in stride(from: piece.startIndex, to: piece.endIndex - 1, by: 2) {
        let isNewline = unit(piece[at], piece[at + 1]) == 0x0A
        lines += isNewline ? 1 : 0
        columns = isNewline ? 0 : columns + 1
      }
      return (lines, columns)
    }
  }

  /// The byte order of a document, by its mark; `nil` if the document is not UTF-16. A mark of
  /// UTF-32 (`FF FE 00 00`) is not taken for one.
  static func order(_ bytes: [UInt8]) -> ByteOrder? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return bytes.count >= 4 && bytes[2] == 0 && bytes[3] == 0 ? nil : .little
    case (0xFE, 0xFF): return .big
    default: return nil
    }
  }

  /// Appends the UTF-8 form of a piece of UTF-16 and its runs to `text` and `map`.
  ///
  /// Unpaired surrogates become U+FFFD; a single last byte is left out.
  static func append(
    _ raw: ArraySlice<UInt8>, order: ByteOrder, to text: inout [UInt8], map: inout OffsetMap
  ) {
    var at = raw.startIndex
    text.reserveCapacity(text.count + raw.count / 2)
    while at + 1 < raw.endIndex {
      let first = order.unit(raw[at], raw[at + 1])
      if first < 0x80 {
        map.append(text: text.count, raw: at, stride: 2)
        text.append(UInt8(first))
        at += 2
        continue
      }
      var scalar = Unicode.Scalar(first)
      var length = 2
      if first & 0xFC00 == 0xD800, at + 3 < raw.endIndex {
        let second = order.unit(raw[at + 2], raw[at + 3])
        if second & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(
            0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
          length = 4
        }
      }
      map.append(text: text.count, raw: at, stride: 0)
      let encoded = Unicode.UTF8.encode(scalar ?? "\u{FFFD}")
      text.append(contentsOf: encoded ?? Unicode.UTF8.encodedReplacementCharacter)
      at += length
    }
  }
}
