/// Which of the keys that mark a dialect stand in a text, counted without parsing it: most YAML
/// files are no pipelines, and need not be parsed to know.
struct KeyCensus {
  private var found: [Bool]

  /// One pass over the text.
  init(of text: [UInt8]) {
    let table = KeyTable.marks
    found = Array(repeating: false, count: table.count)
    for colon in text.indices where text[colon] == UInt8(ascii: ":") {
      guard colon + 1 == text.count || text[colon + 1].isWhite else { continue }
      var end = colon
      if end > 0, text[end - 1] == .doubleQuote || text[end - 1] == .singleQuote { end -= 1 }
      var start = end
      while start > 0, end - start <= table.longest, KeyTable.isKeyByte(text[start - 1]) {
        start -= 1
      }
      if let number = table.number(of: text[start..<end]) { found[number] = true }
    }
  }

  /// Whether all groups of marks may be there: of each at least one pattern has all its keys.
  func allows(_ groups: [[KeyPattern]]) -> Bool {
    !groups.isEmpty
      && groups.allSatisfy { group in
        group.contains { pattern in
          pattern.keys.allSatisfy { key in
            KeyTable.marks.number(of: key[...]).map { found[$0] } ?? false
          }
        }
      }
  }
}

/// The keys of all dialects' marks.
private struct KeyTable: Sendable {
  static let marks = KeyTable(Dialect.all.flatMap { $0.marks.joined() }.flatMap(\.keys))

  private let numbers: [UInt64: Int]
  let longest: Int
  var count: Int { numbers.count }

  private init(_ keys: [[UInt8]]) {
    var numbers: [UInt64: Int] = [:]
    for key in keys {
      let hash = Self.hash(key[...])
      if numbers[hash] == nil { numbers[hash] = numbers.count }
    }
    self.numbers = numbers
    longest = keys.map(\.count).max() ?? 0
  }

  /// A key's number. Two keys may share one: a mistake costs a parse, and no file.
  func number(of key: ArraySlice<UInt8>) -> Int? {
    key.isEmpty || key.count > longest ? nil : numbers[Self.hash(key)]
  }

  static func isKeyByte(_ byte: UInt8) -> Bool { byte.isWord || byte == UInt8(ascii: "-") }

  /// FNV-1a.
  private static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
