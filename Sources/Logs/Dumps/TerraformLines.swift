/// What the lines of a plan of Terraform or of its outputs say: `+ name = "value"`,
/// `~ name = "old" -> "new"`, elements of lists, here-documents, and `name = "X"` above `value = "…"`.
///
/// Source: developer.hashicorp.com, "terraform plan", "terraform output".
struct TerraformLines {
  /// The name of the list whose elements follow.
  private var list: Range<Int>?
  /// What the line before calls the value of this one.
  private var called: Range<Int>?
  /// The here-document that is open: its name, its mark, and where it begins.
  private var document: (name: Range<Int>, mark: Range<Int>, start: Int)?

  /// Whether a here-document is open, whose lines may look like anything.
  var isInDocument: Bool { document != nil }

  /// Reads a line. Those of a here-document may say something, too.
  mutating func entries(_ line: Range<Int>, _ text: [UInt8]) -> [Listing.Entry] {
    let called = called
    self.called = nil
    if let document, text[text.unblanked(line)].elementsEqual(text[document.mark]) {
      self.document = nil
      let value = document.start..<max(document.start, line.lowerBound - 1)
      return value.isEmpty ? [] : [(document.name, value)]
    }
    var line = text.unblanked(line)
    while let first = text[line].first, "+-~/<=".utf8.contains(first) {
      line = text.unblanked(line.lowerBound + 1..<line.upperBound)
    }
    if text[line].first == UInt8(ascii: "]") { list = nil }
    if let element = element(line, text) { return element }
    let at = text.offset(of: UInt8(ascii: "="), in: line)
    guard at < line.upperBound, let name = name(line.lowerBound..<at, text) else { return [] }
    let rest = text.unblanked(at + 1..<line.upperBound)
    if document == nil, text.span.extracting(rest).starts(with: "<<") {
      let mark = text[rest].drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "-") }
      let indices = mark.startIndex..<mark.endIndex
      if !indices.isEmpty, mark.allSatisfy(Byte.isWord) {
        document = (name, indices, line.upperBound + 1)
      }
      return []
    }
    if let last = text[rest].last { list = last == UInt8(ascii: "[") ? name : nil }
    let values = values(rest, text)
    if text[name].elementsEqual("name".utf8), values.count == 1 { self.called = values[0] }
    let isValue = text[name].elementsEqual("value".utf8)
    return values.map { (isValue ? called ?? name : name, $0) }
  }

  /// An element of a list: a string, and nothing behind it that makes it a name.
  private func element(_ line: Range<Int>, _ text: [UInt8]) -> [Listing.Entry]? {
    guard let list, text[line].first == UInt8(ascii: "\"") else { return nil }
    let close = text.closingQuote(behind: line.lowerBound, line.upperBound)
    let behind = min(close + 1, line.upperBound)..<line.upperBound
    guard text.offset(of: UInt8(ascii: "="), in: behind) == behind.upperBound else { return nil }
    return close > line.lowerBound + 1 ? [(list, line.lowerBound + 1..<close)] : []
  }

  private func name(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int>? {
    var name = text.unblanked(range)
    if name.count > 2, text[name.lowerBound] == UInt8(ascii: "\"") {
      name = name.lowerBound + 1..<name.upperBound - 1
    }
    guard !name.isEmpty, name.count <= 128,
      text[name].allSatisfy({ Byte.isWord($0) || "-.".utf8.contains($0) })
    else { return nil }
    return name
  }

  /// Old and new value, each in quotes.
  private func values(_ range: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    var values: [Range<Int>] = []
    var from = range.lowerBound
    while values.count < 2 {
      let open = text.offset(of: UInt8(ascii: "\""), in: from..<range.upperBound)
      guard open < range.upperBound else { break }
      let close = text.closingQuote(behind: open, range.upperBound)
      if close > open + 1 { values.append(open + 1..<close) }
      from = min(close + 1, range.upperBound)
    }
    return values
  }
}

extension [UInt8] {
  /// A part without the blanks around it.
  func unblanked(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, self[lower] == Byte.space || self[lower] == 0x09 { lower += 1 }
    while lower < upper, self[upper - 1] == Byte.space || self[upper - 1] == 0x0D { upper -= 1 }
    return lower..<upper
  }

  /// The quote that ends a string, or the limit.
  fileprivate func closingQuote(behind open: Int, _ limit: Int) -> Int {
    var at = open + 1
    while at < limit, self[at] != UInt8(ascii: "\"") {
      at += self[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return Swift.min(at, limit)
  }
}
