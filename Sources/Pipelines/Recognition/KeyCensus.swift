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

  /// The dialects whose marks may all be there, in their order: of each group of marks at least one
  /// has all its keys.
  var possible: [Dialect] {
    zip(Dialect.all, KeyTable.marks.needs).compactMap { dialect, groups in
      let isPossible =
        !groups.isEmpty
        && groups.allSatisfy { $0.contains { $0.allSatisfy { found[$0] } } }
      return isPossible ? dialect : nil
    }
  }
}

/// The keys of all dialects' marks.
private struct KeyTable: Sendable {
  static let marks = KeyTable(Dialect.all.map(\.marks))

  private var numbers: [UInt64: Int] = [:]
  private(set) var longest = 0
  /// The numbers of the keys that each mark of each group of each dialect has.
  private(set) var needs: [[[[Int]]]] = []
  var count: Int { numbers.count }

  private init(_ marks: [[[KeyPattern]]]) {
    needs = marks.map { groups in
      groups.map { group in group.map { pattern in pattern.keys.map { add($0) } } }
    }
  }

  private mutating func add(_ key: [UInt8]) -> Int {
    longest = max(longest, key.count)
    let hash = Self.hash(key[...])
    let number = numbers[hash] ?? numbers.count
    numbers[hash] = number
    return number
  }

  /// A key's number. Two keys may share one: a mistake costs a parse, and no file.
  func number(of key: ArraySlice<UInt8>) -> Int? {
    key.isEmpty || key.count > longest ? nil : numbers[Self.hash(key)]
  }

  static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// FNV-1a.
  private static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
