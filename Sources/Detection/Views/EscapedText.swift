internal import Patterns

/// Takes off escapes that hide the marks of an assignment or a URL: `password%3Dx`,
/// `\u0022password\u0022`, `password=3Dx`, `&quot;password&quot;`.
///
/// Escapes are looked for only where one of their keywords stands, and only a bounded part of the
/// text around it is read.
enum EscapedText {
  /// What the filter looks for, and the family of escapes that it speaks for.
  static let marks: [(text: String, encoding: DecodedView.Encoding, stands: Bool)] = [
    ("%3a%2f%2f", .percent, true), ("%3d", .percent, false), ("%22", .percent, false),
    // Nobody needs to encode these: whoever does encodes every byte.
    ("%5f%", .percent, true), ("%2d%", .percent, true),
    ("\\u00", .backslash, false), ("\\x3d", .backslash, false), ("\\x22", .backslash, false),
    ("\\x3a", .backslash, false), ("=3d", .quotedPrintable, false), ("&quot;", .entities, false),
    ("&#34;", .entities, false), ("&#x22;", .entities, false), ("&#61;", .entities, false),
  ]

  static let keywords: [Keyword] = marks.compactMap { Keyword($0.text.utf8, ignoringCase: true) }

  /// How many bytes on each side of a mark are decoded: a line's part.
  static let reach = 1_024

  /// The text around a mark, on its line, without the escapes of its family; and up to where the
  /// view has shown what belongs to further marks: to the end of the line, or of what lies well
  /// within the view.
  static func view(
    of encoding: DecodedView.Encoding, around mark: Int, in bytes: [UInt8]
  ) -> (view: DecodedView, shown: Int) {
    var start = mark
    while start > 0, mark - start < reach, !bytes[start - 1].isNewline { start -= 1 }
    let limit = min(bytes.count, mark + reach)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(limit - start)
    var runs = [DecodedView.Run(decoded: 0, raw: start)]
    var place = start
    while place < limit {
      if let (byte, length) = escape(of: encoding, at: place, in: bytes) {
        if let byte {
          decoded.append(byte)
        } else {
          // What stands before a soft break ends there, not behind it.
          runs.append(DecodedView.Run(decoded: decoded.count, raw: place))
        }
        place += length
        runs.append(DecodedView.Run(decoded: decoded.count, raw: place))
        continue
      }
      if bytes[place].isNewline { break }
      decoded.append(bytes[place])
      place += 1
    }
    let isWhole = place == bytes.count || bytes[place].isNewline
    return (
      DecodedView(encoding: encoding, bytes: decoded, runs: runs),
      isWhole ? place : place - reach / 2
    )
  }

  /// The byte that an escape stands for, none for a soft line break, and the escape's length.
  private static func escape(
    of encoding: DecodedView.Encoding, at place: Int, in bytes: [UInt8]
  ) -> (byte: UInt8?, length: Int)? {
    switch (encoding, bytes[place]) {
    case (.percent, UInt8(ascii: "%")), (.quotedPrintable, UInt8(ascii: "=")):
      if encoding == .quotedPrintable, let length = softBreak(at: place, in: bytes) {
        return (nil, length)
      }
      return byte(at: place + 1, in: bytes).map { ($0, 3) }
    case (.backslash, UInt8(ascii: "\\")):
      guard place + 1 < bytes.count else { return nil }
      if bytes[place + 1] == UInt8(ascii: "x") {
        return byte(at: place + 2, in: bytes).map { ($0, 4) }
      }
      guard bytes[place + 1] == UInt8(ascii: "u"), place + 3 < bytes.count,
        bytes[place + 2] == UInt8(ascii: "0"), bytes[place + 3] == UInt8(ascii: "0")
      else { return nil }
      return byte(at: place + 4, in: bytes).map { ($0, 6) }
    case (.entities, UInt8(ascii: "&")):
      let rest = bytes[place..<min(bytes.count, place + 7)]
      for (text, byte) in entities where rest.hasPrefix(text) {
        return (byte, text.utf8CodeUnitCount)
      }
      return nil
    default: return nil
    }
  }

  private static let entities: [(StaticString, UInt8)] = [
    ("&quot;", 0x22), ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&apos;", 0x27),
    ("&#34;", 0x22), ("&#39;", 0x27), ("&#x22;", 0x22), ("&#x27;", 0x27), ("&#61;", 0x3D),
    ("&#x3D;", 0x3D), ("&#x3d;", 0x3D), ("&#58;", 0x3A),
  ]

  /// Two hexadecimal digits that stand for printable ASCII.
  private static func byte(at place: Int, in bytes: [UInt8]) -> UInt8? {
    guard place + 1 < bytes.count, bytes[place].isHexDigit, bytes[place + 1].isHexDigit else {
      return nil
    }
    let byte = bytes[place].hexValue << 4 | bytes[place + 1].hexValue
    return (0x20...0x7E).contains(byte) ? byte : nil
  }

  private static func softBreak(at place: Int, in bytes: [UInt8]) -> Int? {
    guard place + 1 < bytes.count else { return nil }
    if bytes[place + 1] == 0x0A { return 2 }
    return place + 2 < bytes.count && bytes[place + 1] == 0x0D && bytes[place + 2] == 0x0A ? 3 : nil
  }
}
