/// A terminal's escape sequence, as ECMA-48 and xterm define them.
///
/// Only what is surely a sequence is one: of anything else just the escape character is dropped,
/// so that no text is lost.
enum EscapeSequence {
  /// A sequence of `length` bytes. `payload` is the text inside an operating system command or
  /// another string, relative to the escape character: a link's address can hold a token.
  case whole(length: Int, payload: Range<Int>?)
  /// The bytes end before the sequence does.
  case unfinished
  /// No sequence begins here.
  case none

  /// How a console note of Jenkins begins. Source: jenkins, `ConsoleNote.java`.
  static let noteHeader = "\u{1B}[8mha:"
  /// The longest parameters of a control sequence that are believed.
  private static let longestControl = 128
  /// The longest string that is believed: a string without an end must not hide a log.
  private static let longestString = 4_096

  /// The sequence at the beginning of the bytes, whose first one is the escape character.
  static func read(_ bytes: Span<UInt8>) -> EscapeSequence {
    guard bytes.count > 1 else { return .unfinished }
    switch bytes[1] {
    case UInt8(ascii: "["):
      if let length = note(bytes) { return .whole(length: length, payload: nil) }
      return control(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "X"):
      return string(bytes)
    case 0x20...0x2F:
      return designation(bytes)
    case UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "="), UInt8(ascii: ">"),
      UInt8(ascii: "c"), UInt8(ascii: "D"), UInt8(ascii: "E"), UInt8(ascii: "H"),
      UInt8(ascii: "M"), UInt8(ascii: "\\"):
      return .whole(length: 2, payload: nil)
    default:
      return .none
    }
  }

  /// `ESC [ parameters intermediates final`.
  private static func control(_ bytes: Span<UInt8>) -> EscapeSequence {
    var at = 2
    let limit = min(bytes.count, longestControl)
    while at < limit, (0x30...0x3F).contains(bytes[at]) { at += 1 }
    while at < limit, (0x20...0x2F).contains(bytes[at]) { at += 1 }
    guard at < limit else { return limit == bytes.count ? .unfinished : .none }
    return (0x40...0x7E).contains(bytes[at]) ? .whole(length: at + 1, payload: nil) : .none
  }

  /// `ESC ( B` and its like.
  private static func designation(_ bytes: Span<UInt8>) -> EscapeSequence {
    var at = 1
    let limit = min(bytes.count, 4)
    while at < limit, (0x20...0x2F).contains(bytes[at]) { at += 1 }
    guard at < limit else { return limit == bytes.count ? .unfinished : .none }
    return (0x30...0x7E).contains(bytes[at]) ? .whole(length: at + 1, payload: nil) : .none
  }

  /// `ESC ] … BEL` or `ESC ] … ESC \`, and the same with `P`, `^`, `_`, `X`.
  private static func string(_ bytes: Span<UInt8>) -> EscapeSequence {
    let limit = min(bytes.count, longestString)
    var at = 2
    while at < limit {
      if bytes[at] == Byte.bell { return .whole(length: at + 1, payload: 2..<at) }
      if bytes[at] == Byte.escape {
        guard at + 1 < bytes.count else { return .unfinished }
        guard bytes[at + 1] == UInt8(ascii: "\\") else { return .none }
        return .whole(length: at + 2, payload: 2..<at)
      }
      at += 1
    }
    return limit == bytes.count ? .unfinished : .none
  }

  /// A console note: base64 up to `ESC [ 0 m`, or up to the end of the line if it was cut.
  ///
  /// Its first four bytes are the negative length of a signature, or in old logs a small length:
  /// `////` or `AAAA`. Whatever else stands here is text.
  private static func note(_ bytes: Span<UInt8>) -> Int? {
    let start = noteHeader.utf8.count
    guard bytes.starts(with: noteHeader),
      bytes.starts(with: "////", at: start) || bytes.starts(with: "AAAA", at: start)
    else { return nil }
    var at = start
    while at < bytes.count, isBase64(bytes[at]) { at += 1 }
    if at == bytes.count || bytes[at] == Byte.carriageReturn { return at }
    return bytes.starts(with: "\u{1B}[0m", at: at) ? at + 4 : nil
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }
}
