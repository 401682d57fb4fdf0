/// Reads the value that a sentence about a secret ends in: `Your new password is …`,
/// `A temporary password is generated for root@localhost: …`.
struct SentenceReader {
  /// A longer line is no message of this kind.
  private static let reach = 160
  /// Words that say the sentence is about something else than the secret itself.
  private static let others: [StaticString] = [
    "fingerprint", "hash", "digest", "length", "file", "path", "version", "public", "expire",
    "valid", "error", "invalid", "http", "salt", "size", "must", "should", " id", "checksum",
  ]

  let bytes: [UInt8]

  /// The last word of the line, if it stands behind a colon, an equals sign or `is`, looks as if it
  /// were made up, and what stands between the name and it are plain words.
  func value(behind name: Range<Int>) -> Range<Int>? {
    let limit = min(bytes.count, name.upperBound + Self.reach)
    var line = name.upperBound
    while line < limit, !bytes[line].isNewline { line += 1 }
    guard line == bytes.count || line < limit else { return nil }
    var end = line
    while end > name.upperBound, bytes[end - 1].isBlank { end -= 1 }
    var start = end
    while start > name.upperBound, !bytes[start - 1].isBlank { start -= 1 }
    // Quotes, or Markdown's marks of bold text, and the point behind them.
    if end - start > 3, Self.isAround(bytes[start]), ".,;!".utf8.contains(bytes[end - 1]),
      Self.isAround(bytes[end - 2])
    {
      end -= 1
    }
    while end - start > 2, Self.isAround(bytes[start]), bytes[end - 1] == bytes[start] {
      start += 1
      end -= 1
    }
    let word = bytes[start..<end]
    guard word.count >= 8, word.contains(where: \.isDigit), word.contains(where: \.isLetter) else {
      return nil
    }
    var mark = start
    while mark > name.upperBound, bytes[mark - 1].isBlank || Self.isAround(bytes[mark - 1]) {
      mark -= 1
    }
    let between = bytes[name.upperBound..<mark]
    guard let last = between.last,
      last == UInt8(ascii: ":") || last == UInt8(ascii: "=") || isVerb(between)
    else { return nil }
    let isPlain = between.dropLast().allSatisfy { byte in
      byte.isNameByte || byte.isBlank || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
    }
    guard isPlain, !word.contains(where: \.isQuote), !between.contains(ignoringCase: " -"),
      !Self.others.contains(where: { between.contains(ignoringCase: $0) })
    else {
      return nil
    }
    return start..<end
  }

  private static func isAround(_ byte: UInt8) -> Bool { byte.isQuote || byte == UInt8(ascii: "*") }

  /// Whether words end in ` is` or ` set to`.
  private func isVerb(_ words: ArraySlice<UInt8>) -> Bool {
    words.suffix(3).equals(ignoringCase: " is") || words.suffix(7).equals(ignoringCase: " set to")
  }
}
