/// Finds the text of an element whose name is followed by attributes:
/// `<wsse:Password Type="…#PasswordText">VALUE</wsse:Password>`.
struct OpenElement {
  /// How many bytes the attributes may take.
  private static let reach = 240

  let bytes: [UInt8]

  /// Where the text begins if the tag of an element goes on at `start`, behind its name.
  func text(behind start: Int, name: Range<Int>) -> Int? {
    guard start < bytes.count, bytes[start] == 0x20, opensTag(name.lowerBound) else { return nil }
    var place = start
    let end = min(bytes.count, start + Self.reach)
    var quote: UInt8 = 0
    while place < end, !bytes[place].isNewline {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte.isQuote {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: ">") {
        // What is encrypted or encoded says so, and `<password value="…"/>` holds nothing.
        guard bytes[place - 1] != UInt8(ascii: "/"),
          !Self.words.contains(where: { bytes[start..<place].contains(ignoringCase: $0) })
        else { return nil }
        return place + 1
      }
      place += 1
    }
    return nil
  }

  private static let words: [StaticString] = ["crypt", "encod", "digest", "hash"]

  /// Whether `<` stands before a name, or before the prefix of its space of names.
  private func opensTag(_ name: Int) -> Bool {
    guard name > 0 else { return false }
    if bytes[name - 1] == UInt8(ascii: "<") { return true }
    guard bytes[name - 1] == UInt8(ascii: ":") else { return false }
    var start = name - 1
    while start > 0, name - start < 24, bytes[start - 1].isAlphanumeric { start -= 1 }
    return start < name - 1 && start > 0 && bytes[start - 1] == UInt8(ascii: "<")
  }
}
