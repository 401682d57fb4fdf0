/// The lines around a place, and what is said by how they are written.
struct SurroundingLines {
  /// More is no line that a person wrote.
  private static let longest = 512

  let bytes: [UInt8]

  /// Where the line of a place begins, or a bounded way before it.
  func start(of place: Int) -> Int {
    bytes.lineStart(before: place, from: max(0, place - Self.longest))
  }

  /// The line of a value, as far as `reach` on both sides.
  func line(around value: Range<Int>, reach: Int) -> Range<Int> {
    let lowest = bytes.lineStart(before: value.lowerBound, from: max(0, value.lowerBound - reach))
    let highest = bytes.lineEnd(
      behind: value.upperBound, to: min(bytes.count, value.upperBound + reach))
    return lowest..<highest
  }

  /// The line before the one that begins at a place, or as much of its end as stands behind `lowest`.
  func line(before place: Int, from lowest: Int) -> Range<Int>? {
    guard place > lowest, bytes[place - 1] == 0x0A else { return nil }
    return bytes.lineStart(before: place - 1, from: lowest)..<place - 1
  }

  /// The line below the one that a place stands on.
  func line(behind place: Int, to highest: Int) -> Range<Int>? {
    let end = bytes.lineEnd(behind: place, to: highest)
    guard end < highest else { return nil }
    return end + 1..<bytes.lineEnd(behind: end + 1, to: highest)
  }

  /// How far the line that begins at a place is set in. A list's dash belongs to the margin.
  func margin(of start: Int) -> Int {
    var place = start
    while place < bytes.count, place - start < 80,
      bytes[place].isBlank || bytes[place] == UInt8(ascii: "-")
    {
      place += 1
    }
    return place - start
  }

  /// A line without the blanks around it.
  func trimmed(_ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// The name of the innermost block around a place: what stands before its brace, or on the line
  /// above that is set in less, or a section's head: `[api]`.
  func blockName(around place: Int) -> Range<Int>? {
    let lowest = max(0, place - 2 * Self.longest)
    if let brace = openBrace(before: place, from: lowest) {
      return name(endingAt: brace, from: lowest)
    }
    var line = start(of: place)
    let margin = margin(of: line)
    while let above = self.line(before: line, from: lowest) {
      line = above.lowerBound
      let text = trimmed(above)
      if text.count > 2, bytes[text.lowerBound] == UInt8(ascii: "["),
        bytes[text.upperBound - 1] == UInt8(ascii: "]")
      {
        return text.lowerBound + 1..<text.upperBound - 1
      }
      guard !text.isEmpty, self.margin(of: line) < margin else { continue }
      return name(endingAt: text.upperBound, from: text.lowerBound)
    }
    return nil
  }

  /// The brace that is open at a place.
  private func openBrace(before place: Int, from lowest: Int) -> Int? {
    var depth = 0
    var at = place
    while at > lowest {
      at -= 1
      switch bytes[at] {
      case UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "{") where depth == 0: return at
      case UInt8(ascii: "{"): depth -= 1
      default: break
      }
    }
    return nil
  }

  /// The name that ends before an offset, but for blanks, quotes and a mark of assignment.
  private func name(endingAt end: Int, from lowest: Int) -> Range<Int>? {
    var end = end
    while end > lowest, !bytes[end - 1].isNameByte {
      let byte = bytes[end - 1]
      guard byte <= 0x20 || byte.isQuote || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
      else { return nil }
      end -= 1
    }
    var start = end
    while start > lowest, bytes[start - 1].isNameByte { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Whether a line is `[section]` or `[[section]]`.
  func isSection(_ text: Range<Int>) -> Bool {
    bytes[text.upperBound - 1] == UInt8(ascii: "]") && text.count > 2
      && bytes[text].allSatisfy {
        $0.isNameByte || $0.isQuote || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]")
          || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/")
      }
  }

  /// Whether a line that opens a block is a part of the name below it: `api:`, `"auth": {`.
  func isPartOfName(_ text: Range<Int>) -> Bool {
    let word = bytes[text].drop { !$0.isLetter }
    let rest = word.drop(while: \.isLetter)
    let parts: [StaticString] = [
      "api", "auth", "access", "secret", "private", "credentials", "client", "security",
    ]
    return !rest.contains(where: \.isAlphanumeric)
      && parts.contains { word[..<rest.startIndex].equals(ignoringCase: $0) }
  }

  func isComment(_ text: Range<Int>) -> Bool {
    let marks: [StaticString] = ["#", "//", "--", ";", "/*", "*", "<!--", "REM ", "rem ", "::"]
    return marks.contains { bytes[text].hasPrefix($0) }
  }

  /// Whether a line makes a library known to a program.
  func isImport(_ text: Range<Int>) -> Bool {
    Self.imports.first(in: bytes, at: text.lowerBound, to: text.upperBound) != nil
      || bytes[text].contains(ignoringCase: "require(")
  }

  private static let imports = PrefixFinder([
    "import ", "from ", "require", "use ", "using ", "#include", "@import", "library(", "include ",
  ])

  /// Whether a word is the first of its line, behind a prompt or a list's dash or without, and the
  /// next is another one: `box users:list --token …`.
  func isFirst(_ word: Range<Int>) -> Bool {
    guard word.upperBound < bytes.count, bytes[word.upperBound].isBlank else { return false }
    let start = start(of: word.lowerBound)
    return word.lowerBound - start < 24
      && bytes[start..<word.lowerBound].allSatisfy { !$0.isAlphanumeric }
  }

  /// Whether a word is a label of a host before its last one: the `box` of `api.box.com`.
  func isLabelOfHost(_ word: Range<Int>) -> Bool {
    guard word.lowerBound > 0, word.upperBound + 1 < bytes.count,
      bytes[word.upperBound] == UInt8(ascii: "."), bytes[word.upperBound + 1].isLetter
    else { return false }
    let before = bytes[word.lowerBound - 1]
    return before == UInt8(ascii: ".") || before == UInt8(ascii: "/") || before == UInt8(ascii: "@")
  }

  /// Whether a word and its ending are a whole domain: the `box` of `box.com:`.
  func isDomain(_ word: Range<Int>) -> Bool {
    guard word.lowerBound == 0 || !bytes[word.lowerBound - 1].isNameByte,
      word.upperBound < bytes.count, bytes[word.upperBound] == UInt8(ascii: ".")
    else { return false }
    let ending = bytes[(word.upperBound + 1)...].prefix { $0.isNameByte }
    return (2...4).contains(ending.count) && ending.allSatisfy(\.isLetter)
  }

  /// Whether a word stands just before the ending of a host: the `box` of `api.box.com`.
  func isDomainsName(_ word: Range<Int>) -> Bool {
    guard word.lowerBound == 0 || bytes[word.lowerBound - 1] == UInt8(ascii: "."),
      word.upperBound + 1 < bytes.count, bytes[word.upperBound] == UInt8(ascii: ".")
    else { return false }
    return bytes[(word.upperBound + 1)...].prefix { $0.isNameByte }.allSatisfy(\.isLetter)
  }

  /// Whether a word is the whole of a name, and at most three more words stand on the line.
  func standsAlone(_ word: Range<Int>, in text: Range<Int>) -> Bool {
    let before = word.lowerBound > text.lowerBound ? bytes[word.lowerBound - 1] : 0x20
    let behind = word.upperBound < text.upperBound ? bytes[word.upperBound] : 0x20
    guard !before.isNameByte || before == UInt8(ascii: "."), !behind.isNameByte else {
      return false
    }
    return bytes[text].split(whereSeparator: { !$0.isNameByte }).count <= 4
  }
}
