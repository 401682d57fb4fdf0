/// Reads whose a secret is from the keys beside it, in the same object: `provider: X`, `name: X`,
/// `uses: X/action`.
struct Neighbours {
  /// How far on both sides is looked, in bytes and lines.
  static let reach = 1 << 10
  private static let most = 20
  /// How many lines below an opening its name is looked for, and how long they are at most.
  private static let nameLines = 4
  private static let nameLine = 512
  /// How far behind a line the last byte may stand that is looked at.
  static let farthest = reach + nameLines * nameLine
  /// Longer values are sentences.
  private static let longest = 80

  let bytes: [UInt8]
  let lines: SurroundingLines
  let words: NearbyWords
  /// Whether only keys count that say nothing but whose something is.
  var areStrict = false

  /// The first answer that `body` has for the value of a naming key on the lines beside one, the
  /// nearest before it first. Costs a bounded number of bytes.
  func first<Found>(besideLineAt start: Int, _ body: (Range<Int>) -> Found?) -> Found? {
    let margin = lines.margin(of: start)
    return before(start, margin, body) ?? behind(start, margin, body)
  }

  private func before<Found>(
    _ start: Int, _ margin: Int, _ body: (Range<Int>) -> Found?
  ) -> Found? {
    let lowest = max(0, start - Self.reach)
    guard mayStand(lowest, start + (areStrict ? 0 : Self.nameLines * Self.nameLine)) else {
      return nil
    }
    return first(from: start, margin, body) { place in
      // A list's dash begins the object.
      isEntry(place) ? nil : lines.line(before: place, from: lowest)
    }
  }

  private func behind<Found>(
    _ start: Int, _ margin: Int, _ body: (Range<Int>) -> Found?
  ) -> Found? {
    let highest = min(bytes.count, start + Self.reach)
    guard mayStand(start, areStrict ? highest : start + Self.farthest) else { return nil }
    return first(from: start, margin, body) { place in
      guard let line = lines.line(behind: place, to: highest),
        !(isEntry(line.lowerBound) && lines.margin(of: line.lowerBound) == margin)
      else { return nil }
      return line
    }
  }

  /// The first answer on the lines of an object, each of which `next` gives by the one before.
  private func first<Found>(
    from start: Int, _ margin: Int, _ body: (Range<Int>) -> Found?, next: (Int) -> Range<Int>?
  ) -> Found? {
    var place = start
    for _ in 0..<Self.most {
      guard let line = next(place) else { return nil }
      place = line.lowerBound
      let text = lines.trimmed(line)
      if text.isEmpty {
        if margin == 0 { return nil }
        continue
      }
      if bytes[text.lowerBound] == UInt8(ascii: "["), lines.isSection(text) { return nil }
      let own = lines.margin(of: place)
      if own < margin { return nil }
      guard own == margin else { continue }
      if let found = value(in: text, line: line).flatMap(body) { return found }
    }
    return nil
  }

  /// Whether a provider's word may stand between two places.
  private func mayStand(_ start: Int, _ end: Int) -> Bool {
    words.mayStand(in: start..<max(start, min(end, bytes.count)))
  }

  /// Whether the line that begins at a place begins an entry of a list.
  private func isEntry(_ start: Int) -> Bool {
    var place = start
    while place + 1 < bytes.count, bytes[place].isBlank { place += 1 }
    return place + 1 < bytes.count && bytes[place] == UInt8(ascii: "-") && bytes[place + 1].isBlank
  }

  /// The value of a line whose key names somebody; of a `metadata:`, that of the name below it.
  private func value(in text: Range<Int>, line: Range<Int>) -> Range<Int>? {
    // Without a word in it a line names nobody, unless it opens a block.
    if bytes[text.upperBound - 1].isAlphanumeric, !words.mayStand(in: line) { return nil }
    guard let (key, value) = entry(in: text) else { return nil }
    if value.isEmpty {
      guard !areStrict, bytes[key].equals(ignoringCase: "metadata") else { return nil }
      return name(below: line)
    }
    return isNaming(key) && value.count <= Self.longest ? value : nil
  }

  /// The value of `name:` in the block that a line opens.
  private func name(below opening: Range<Int>) -> Range<Int>? {
    let margin = lines.margin(of: opening.lowerBound)
    var place = opening.lowerBound
    for _ in 0..<Self.nameLines {
      guard
        let line = lines.line(behind: place, to: min(bytes.count, place + Self.nameLine)),
        lines.margin(of: line.lowerBound) > margin
      else { return nil }
      place = line.lowerBound
      if let (key, value) = entry(in: lines.trimmed(line)), bytes[key].equals(ignoringCase: "name")
      {
        return value
      }
    }
    return nil
  }

  /// The key and the value of a line `key: value`, `"key" = "value",` or `<key>value</key>`.
  private func entry(in text: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
    var mark = text.lowerBound
    let isElement = bytes[mark] == UInt8(ascii: "<")
    while mark < text.upperBound, mark - text.lowerBound < 64 {
      let byte = bytes[mark]
      if isElement ? byte == UInt8(ascii: ">") : byte == 0x3A || byte == 0x3D { break }
      mark += 1
    }
    guard mark < text.upperBound, mark - text.lowerBound < 64 else { return nil }
    var end = mark
    while end > text.lowerBound, bytes[end - 1].isBlank || bytes[end - 1].isQuote { end -= 1 }
    var start = end
    while start > text.lowerBound, bytes[start - 1].isNameByte { start -= 1 }
    guard start < end else { return nil }
    var value = mark + 1..<text.upperBound
    while value.count > 0, Self.isAround(bytes[value.lowerBound]) {
      value = value.lowerBound + 1..<value.upperBound
    }
    if isElement, let closing = bytes[value].firstIndex(of: UInt8(ascii: "<")) {
      value = value.lowerBound..<closing
    }
    while value.count > 0, Self.isAround(bytes[value.upperBound - 1]) {
      value = value.lowerBound..<value.upperBound - 1
    }
    return (start..<end, value)
  }

  /// Blanks, quotes and what ends an entry or follows the mark: `=>`, `:=`.
  private static func isAround(_ byte: UInt8) -> Bool {
    byte.isBlank || byte.isQuote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
  }

  /// Whether the last word of a key says that its value names somebody.
  func isNaming(_ key: Range<Int>) -> Bool {
    var start = key.upperBound
    while start > key.lowerBound, key.upperBound - start < PackedWord.longest {
      start -= 1
      if WordBoundary.begins(bytes, at: start) { break }
    }
    var word = PackedWord()
    for byte in bytes[start..<key.upperBound] { word.append(byte.lowercased) }
    let flags = Self.words[word]
    return flags == Self.strict || flags != 0 && !areStrict
  }

  /// Whether a word is the whole value of a key on the line that names somebody,
  /// `{"service": "box", …}`, opens a block on the line, `{"box": {…`, is a module or a type, `Box::Client`
  /// and `Box(…`, or the comment behind a value, `# Box`.
  func isNamed(_ word: Range<Int>) -> Bool {
    var behind = word.upperBound
    while behind < bytes.count, behind - word.upperBound < 2, bytes[behind].isQuote { behind += 1 }
    guard behind >= bytes.count || !bytes[behind].isNameByte else { return false }
    let opening = bytes[behind...].prefix(6).filter { !$0.isBlank }
    if opening.hasPrefix("::") || opening.hasPrefix(":{") || opening.hasPrefix("=>[")
      || opening.hasPrefix("=>{") || opening.hasPrefix("={")
    {
      return word.lowerBound == 0 || !bytes[word.lowerBound - 1].isNameByte
    }
    // A type's constructor: `Box(api_key=…`.
    if opening.hasPrefix("("), behind == word.upperBound, bytes[word.lowerBound].isUppercase {
      return word.lowerBound == 0 || !bytes[word.lowerBound - 1].isNameByte
    }
    var mark = word.lowerBound
    while mark > 0, word.lowerBound - mark < 8, bytes[mark - 1].isBlank || bytes[mark - 1].isQuote {
      mark -= 1
    }
    guard mark > 0 else { return false }
    let isLast = behind >= bytes.count || bytes[behind].isNewline
    if isLast, bytes[mark - 1] == UInt8(ascii: "#") || bytes[mark - 1] == UInt8(ascii: "/") {
      return mark < word.lowerBound
    }
    guard bytes[mark - 1] == UInt8(ascii: ":") || bytes[mark - 1] == UInt8(ascii: "=") else {
      return false
    }
    var end = mark - 1
    while end > 0, mark - end < 8, bytes[end - 1].isBlank || bytes[end - 1].isQuote { end -= 1 }
    var start = end
    while start > 0, end - start < 32, bytes[start - 1].isNameByte { start -= 1 }
    return isNaming(start..<end)
  }

  private static let strict: UInt32 = 1
  private static let words = WordTable([
    (
      strict,
      [
        "provider", "service", "vendor", "integration", "platform", "connector", "gateway", "uses",
      ]
    ),
    (
      2,
      [
        "name", "type", "kind", "driver", "plugin", "backend", "source", "adapter", "engine",
        "host", "hostname", "server", "domain", "endpoint", "title", "label", "slug", "channel",
        "sdk", "module", "product", "app", "application", "system", "target", "image", "url", "id",
      ]
    ),
  ])
}
