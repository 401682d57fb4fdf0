/// Text that is safe to show: what could act on a terminal or reorder a line is escaped.
public enum Visible {
  /// Bytes as text. Bytes that are not UTF-8, C0 and C1 controls, DEL, and bidirectional and
  /// invisible format characters are shown as `\xNN` or `\u{NNNN}`.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var shown = ""
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        append(Unicode.UTF8.decode(encoded), to: &shown)
        offset += encoded.count
      case .error(let length):
        for byte in bytes[offset..<offset + length] { shown += "\\x" + Hex.text([byte]) }
        offset += length
      case .emptyInput:
        return shown
      }
    }
  }

  /// Text made safe to show.
  public static func text(_ text: String) -> String {
    isPlain(text) || text.unicodeScalars.allSatisfy(isHarmless)
      ? text : Visible.text(Array(text.utf8))
  }

  /// Whether a text is printable ASCII alone, as nearly all are.
  public static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      // Counted, not asked for the first: many bytes are looked at together.
      var special = 0
      for index in 0..<utf8.count { special += unsafe utf8[index] &- 0x20 < 0x5F ? 0 : 1 }
      return special == 0
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to shown: inout String) {
    if isHarmless(scalar) {
      shown.unicodeScalars.append(scalar)
    } else if scalar.value < 0x100 {
      shown += "\\x" + Hex.text([UInt8(scalar.value)])
    } else {
      shown += "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }

  /// Whether a character can be shown as it is: it neither acts, nor reorders, nor hides.
  public static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E: false
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: false
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: false
    default: true
    }
  }
}
