internal import Findings

/// Finds environments that a program printed as one of its values: Python's `environ({'A': 'v'})`,
/// what Node prints of `process.env`, JSON objects, Ruby's `{"A"=>"v"}`, and the `"Env": ["A=v"]` of
/// `docker inspect`.
///
/// `PATH` is among the names of every environment: only what stands around it is read.
enum ObjectDumpReader {
  private struct Entry {
    let name: String
    let value: [UInt8]
    let range: Range<Int>
  }

  /// How far before `PATH` an environment may begin.
  private static let reach = 32_768
  /// How many opening brackets are tried.
  private static let attempts = 8
  private static let fewest = 4

  /// The environments of a text, in order. O(bytes + occurrences of `PATH` × reach).
  static func read(_ text: [UInt8], places: LogPlaces) -> [EnvironmentBlock] {
    var blocks: [EnvironmentBlock] = []
    var at = 0
    var patience = 4 * text.count + (1 << 20)
    while true {
      let hit = text.offset(of: "PATH", in: at..<text.count)
      guard hit < text.count else { return blocks }
      at = hit + 4
      guard let isList = shape(text, at: hit), patience > 0 else { continue }
      patience -= min(hit, reach)
      guard let (start, entries, end) = entries(text, around: hit, isList: isList, &patience)
      else { continue }
      blocks.append(block(start..<end, entries, places))
      at = max(at, end)
    }
  }

  /// Whether `PATH` is an item `"PATH=…"` of a list (`true`) or a key (`false`); `nil` if neither.
  private static func shape(_ text: [UInt8], at hit: Int) -> Bool? {
    guard hit > 0, hit + 6 < text.count else { return nil }
    let before = text[hit - 1]
    let behind = text[hit + 4]
    if QuotedText.isQuote(before) {
      if behind == UInt8(ascii: "=") { return true }
      return behind == before ? false : nil
    }
    guard behind == UInt8(ascii: ":"), before <= Byte.space || before == UInt8(ascii: "{") else {
      return nil
    }
    return QuotedText.isQuote(text[hit + 6]) ? false : nil
  }

  /// The entries of the innermost bracket that holds an offset. A value may hold brackets, so that
  /// several are tried.
  private static func entries(
    _ text: [UInt8], around hit: Int, isList: Bool, _ patience: inout Int
  ) -> (start: Int, entries: [Entry], end: Int)? {
    let bracket = UInt8(ascii: isList ? "[" : "{")
    var at = hit - 1
    var left = attempts
    while at >= max(0, hit - reach), left > 0 {
      if text[at] == bracket {
        left -= 1
        let (entries, end) = isList ? items(text, from: at + 1) : pairs(text, from: at + 1)
        patience -= end - at
        if end > hit { return entries.count >= fewest ? (at, entries, end) : nil }
      }
      at -= 1
    }
    return nil
  }

  private static func items(_ text: [UInt8], from start: Int) -> ([Entry], Int) {
    var entries: [Entry] = []
    var at = start
    while let item = QuotedText(text, at: skip(text, at)) {
      at = item.end
      guard let equals = item.value.firstIndex(of: UInt8(ascii: "=")), isName(item.value[..<equals])
      else { continue }
      let value = Array(item.value[(equals + 1)...])
      // Behind the name nothing is escaped before the value.
      let range = item.range.lowerBound + equals + 1..<item.range.upperBound
      entries.append(
        Entry(
          name: String(decoding: item.value[..<equals], as: UTF8.self), value: value, range: range))
    }
    return (entries, at)
  }

  private static func pairs(_ text: [UInt8], from start: Int) -> ([Entry], Int) {
    var entries: [Entry] = []
    var at = start
    while true {
      var place = skip(text, at)
      let name: [UInt8]
      if let quoted = QuotedText(text, at: place) {
        name = quoted.value
        place = quoted.end
      } else {
        let begin = place
        while place < text.count, Byte.isWord(text[place]) { place += 1 }
        name = Array(text[begin..<place])
      }
      guard isName(name[...]), let value = separator(text, place) else { return (entries, at) }
      if let quoted = QuotedText(text, at: value) {
        entries.append(
          Entry(
            name: String(decoding: name, as: UTF8.self), value: quoted.value, range: quoted.range))
        at = quoted.end
      } else {
        // A number, a truth value.
        var end = value
        while end < text.count, Byte.isWord(text[end]) || text[end] == UInt8(ascii: ".") {
          end += 1
        }
        guard end > value else { return (entries, at) }
        at = end
      }
    }
  }

  /// Where the value begins behind `:`, `=>`.
  private static func separator(_ text: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at < text.count, text[at] == Byte.space { at += 1 }
    guard at + 1 < text.count else { return nil }
    if text[at] == UInt8(ascii: ":") {
      at += 1
    } else if text[at] == UInt8(ascii: "="), text[at + 1] == UInt8(ascii: ">") {
      at += 2
    } else {
      return nil
    }
    while at < text.count, text[at] == Byte.space { at += 1 }
    return at
  }

  /// Skips blanks, newlines and commas.
  private static func skip(_ text: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] <= Byte.space || text[at] == UInt8(ascii: ",") { at += 1 }
    return at
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, name.count <= 256, !Byte.isDigit(first) else { return false }
    return name.allSatisfy {
      Byte.isWord($0) || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  private static func block(_ range: Range<Int>, _ entries: [Entry], _ places: LogPlaces)
    -> EnvironmentBlock
  {
    let place = places.place(at: range.lowerBound)
    let assignments = entries.compactMap { entry -> Assignment? in
      guard entry.value.contains(where: { $0 != Byte.space }) else { return nil }
      return Assignment(
        name: entry.name, value: entry.value, kind: LogValue.kind(of: entry.value),
        range: entry.range, place: place)
    }
    return EnvironmentBlock(kind: .object, range: range, assignments: assignments)
  }
}
