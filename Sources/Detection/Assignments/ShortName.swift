/// Says what names mean, the short ones with the words before them.
struct ShortName {
  private static let hints: [StaticString] = ["key", "access", "private"]

  let bytes: [UInt8]
  let context: LineContext

  /// What a name means. `key` alone means nothing without the word before it, an `access key` or a
  /// `cache key`, and little where none stands there.
  func meaning(of name: Range<Int>, _ notation: Notation) -> NameMeaning? {
    guard name.count <= 7, Self.hints.contains(where: { bytes[name].equals(ignoringCase: $0) })
    else { return context.isPageToken(name) ? nil : SecretName.meaning(of: bytes[name]) }
    let start = wordsBefore(name)
    guard start == name.lowerBound else {
      return SecretName.meaning(of: bytes[start..<name.upperBound])
    }
    return name.count == 3 && Self.marks.contains(notation.mark) ? .bare : nil
  }

  /// Whether an element's name says what its `key` is for: `<access key="…">`.
  private static func tells(_ word: ArraySlice<UInt8>) -> Bool {
    let words: [StaticString] = ["access", "api", "secret", "private"]
    return words.contains { word.equals(ignoringCase: $0) }
  }

  private static let marks: Set<Notation.Mark> = [.equals, .colon, .element, .flag]

  /// Where the two words before a name begin, as far as there are any.
  private func wordsBefore(_ name: Range<Int>) -> Int {
    var start = name.lowerBound
    for _ in 0..<2 {
      var word = start
      while word > 0, bytes[word - 1].isBlank, start - word < 8 { word -= 1 }
      guard word < start else { break }
      let end = word
      while word > 0, bytes[word - 1].isNameByte, end - word < 32 { word -= 1 }
      guard word < end else { break }
      // `const key = …`, `var access = …`.
      if LineContext.declares(bytes[word..<end]) { break }
      // `<li key="…">`: an element's name, not a word before its attribute's.
      if word > 0, bytes[word - 1] == UInt8(ascii: "<"), !Self.tells(bytes[word..<end]) { break }
      start = word
    }
    return start
  }
}
