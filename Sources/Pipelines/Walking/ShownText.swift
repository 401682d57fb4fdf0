/// Text of a file that becomes a name or a place in words.
enum ShownText {
  /// In bytes; a key may be as long as its file.
  static let longest = 200

  /// The text, cut with an ellipsis if it is too long.
  static func bounded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > longest else { return String(decoding: bytes, as: UTF8.self) }
    var head = bytes.prefix(longest)
    // Not within a character.
    while let last = head.last, last & 0xC0 == 0x80 { head.removeLast() }
    if let last = head.last, last >= 0xC0 { head.removeLast() }
    return String(decoding: head, as: UTF8.self) + "…"
  }
}
