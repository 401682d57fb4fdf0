/// Text that is safe to show: what could act on a terminal or reorder a line is escaped.
public enum Visible {
  /// Bytes as text. Bytes that are not UTF-8, C0 and C1 controls, DEL, and bidirectional and
  /// zero-width format characters are shown as `\xNN` or `\u{NNNN}`.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    var shown = ""
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = Array(bytes).makeIterator()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        append(Unicode.UTF8.decode(encoded), to: &shown)
      case .error:
        shown += "\u{FFFD}"
      case .emptyInput:
        return shown
      }
    }
  }

  /// Text made safe to show.
  public static func text(_ text: String) -> String {
    text.unicodeScalars.allSatisfy(isHarmless) ? text : Visible.text(Array(text.utf8))
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

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: false
    case 0xE0000...0xE007F: false
    default: true
    }
  }
}
