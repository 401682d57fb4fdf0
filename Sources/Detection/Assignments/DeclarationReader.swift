/// Reads values that stand apart from their names: behind a type, or as the default of a block of
/// settings.
struct DeclarationReader {
  /// How many bytes a type may take.
  private static let typeReach = 40
  /// How many bytes and lines a block is searched for its default.
  private static let blockReach = 480
  private static let blockLines = 8

  /// What a type of text begins with, in Basic, Go and SQL.
  private static let types: [StaticString] = [
    "as", "string", "nvarchar", "varchar", "char", "nchar", "text",
  ]

  let bytes: [UInt8]

  /// Where the quote stands that a typed declaration's value begins with:
  /// `password As String = "…"`, `@password NVARCHAR(50) = '…'`, `var password string = "…"`.
  func typed(from start: Int) -> Int? {
    var place = start
    let end = min(bytes.count, start + Self.typeReach)
    let first = bytes[start..<end].prefix(while: \.isLetter)
    guard Self.types.contains(where: { first.equals(ignoringCase: $0) }) else { return nil }
    while place < end, bytes[place] != UInt8(ascii: "=") {
      let byte = bytes[place]
      guard
        byte.isAlphanumeric || byte.isBlank || byte == 0x5F || byte == UInt8(ascii: "(")
          || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
      else { return nil }
      place += 1
    }
    guard place < end, place + 1 < bytes.count, bytes[place + 1] != UInt8(ascii: "=") else {
      return nil
    }
    place += 1
    while place < bytes.count, place - start < Self.typeReach + 8, bytes[place].isBlank {
      place += 1
    }
    let quote = place < bytes.count && "N@".utf8.contains(bytes[place]) ? place + 1 : place
    return quote < bytes.count && bytes[quote].isQuote ? quote : nil
  }

  /// Where the quote stands that begins the line behind `start`, which is the end of one:
  /// `password =⏎    "…"`; and how far was looked beyond the line, 0 for not at all.
  func quoteOnNextLine(from start: Int) -> (quote: Int?, reach: Int) {
    var place = start
    if place < bytes.count, bytes[place] == UInt8(ascii: "\\") { place += 1 }
    if place < bytes.count, bytes[place] == 0x0D { place += 1 }
    guard place < bytes.count, bytes[place] == 0x0A else { return (nil, 0) }
    place += 1
    let line = place
    while place < bytes.count, place - line < 80, bytes[place].isBlank { place += 1 }
    guard place > line, place < bytes.count, bytes[place].isQuote else { return (nil, place + 1) }
    return (place, place + 1)
  }

  /// Where the value of `default:` or `value:` begins in the block that a name with a colon opens, be
  /// it indented lines or braces: parameters of CloudFormation and Azure, inputs of workflows,
  /// OpenAPI, schemas, outputs of Terraform; and how far was looked beyond the line, 0 for not at
  /// all.
  func blockDefault(of name: Range<Int>, from start: Int) -> (value: Int?, reach: Int) {
    guard start < bytes.count else { return (nil, 0) }
    let isBraced = bytes[start] == UInt8(ascii: "{")
    guard isBraced || bytes[start].isNewline else { return (nil, 0) }
    let margin = isBraced ? 0 : indentation(of: name.lowerBound)
    let end = min(bytes.count, start + Self.blockReach)
    var place = start
    var lines = 0
    /// What is told about one byte may hang on those behind it: the margin of a line, a word.
    func reach() -> Int { lines > 0 ? min(bytes.count, place + 96) : 0 }
    while place < end {
      if bytes[place].isNewline {
        lines += bytes[place] == 0x0A ? 1 : 0
        if lines > Self.blockLines { return (nil, reach()) }
        if bytes[place] == 0x0A, !isBraced, !isDeeper(place + 1, than: margin) {
          return (nil, reach())
        }
      } else if bytes[place] == UInt8(ascii: "}") {
        return (nil, reach())
      } else if let word = Self.valueWord(beginningWith: bytes[place]),
        let value = value(of: word, at: place)
      {
        return (value, reach())
      }
      place += 1
    }
    return (nil, reach())
  }

  /// The key whose value is the block's and that begins with a letter.
  private static func valueWord(beginningWith first: UInt8) -> StaticString? {
    switch first | 0x20 {
    case UInt8(ascii: "d"): "default"
    case UInt8(ascii: "v"): "value"
    default: nil
    }
  }

  /// Where the value begins if a key stands at a place.
  private func value(of word: StaticString, at place: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    guard place > 0, !bytes[place - 1].isNameByte, place + length < bytes.count,
      bytes[place..<place + length].equals(ignoringCase: word)
    else { return nil }
    var mark = place + length
    if bytes[mark].isQuote { mark += 1 }
    guard mark < bytes.count, bytes[mark] == UInt8(ascii: ":") else { return nil }
    mark += 1
    while mark < bytes.count, mark - place < 24, bytes[mark].isBlank { mark += 1 }
    return mark < bytes.count && !bytes[mark].isNewline ? mark : nil
  }

  private func indentation(of place: Int) -> Int {
    var start = place
    while start > 0, place - start < 80, !bytes[start - 1].isNewline { start -= 1 }
    var end = start
    while end < place, bytes[end].isBlank { end += 1 }
    return end - start
  }

  private func isDeeper(_ start: Int, than margin: Int) -> Bool {
    var place = start
    while place < bytes.count, place - start <= margin, bytes[place].isBlank { place += 1 }
    return place - start > margin || place < bytes.count && bytes[place].isNewline
  }
}
