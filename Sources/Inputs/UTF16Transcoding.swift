internal import Findings

/// UTF-16 with a byte order mark, such as PowerShell writes, made UTF-8 with its way back.
enum UTF16Transcoding {
  /// The byte order that a mark at the beginning names.
  enum ByteOrder {
    case little, big
  }

  /// The byte order of a document, by its mark; `nil` if the document is not UTF-16. A mark of
  /// UTF-32 (`FF FE 00 00`) is not taken for one.
  static func order(_ bytes: some Collection<UInt8>) -> ByteOrder? {
    let head = Array(bytes.prefix(4))
    guard head.count >= 2 else { return nil }
    if head[0] == 0xFF, head[1] == 0xFE {
      return head.count == 4 && head[2] == 0 && head[3] == 0 ? nil : .little
    }
    return head[0] == 0xFE && head[1] == 0xFF ? .big : nil
  }

  /// Appends the UTF-8 form of a piece of UTF-16 and its runs to `text` and `map`.
  ///
  /// Unpaired surrogates become U+FFFD; a single last byte is left out.
  static func append(
    _ raw: ArraySlice<UInt8>, order: ByteOrder, to text: inout [UInt8], map: inout OffsetMap
  ) {
    var at = raw.startIndex
    text.reserveCapacity(text.count + raw.count / 2)
    func unit(_ index: Int) -> UInt16 {
      let first = UInt16(raw[index])
      let second = UInt16(raw[index + 1])
      return order == .little ? second << 8 | first : first << 8 | second
    }
    while at + 1 < raw.endIndex {
      let first = unit(at)
      if first < 0x80 {
        map.append(text: text.count, raw: at, stride: 2)
        text.append(UInt8(first))
        at += 2
        continue
      }
      var scalar = Unicode.Scalar(first)
      var length = 2
      if (0xD800..<0xDC00).contains(first), at + 3 < raw.endIndex {
        let second = unit(at + 2)
        if (0xDC00..<0xE000).contains(second) {
          let value = 0x10000 + (UInt32(first - 0xD800) << 10 | UInt32(second - 0xDC00))
          scalar = Unicode.Scalar(value)
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
