/// Reads TOML 1.0: tables, arrays of tables, dotted keys, all strings, arrays and inline tables. Dates
/// and numbers stay as they are written. What is not TOML is an error with its place.
struct TOMLReader {
  private var cursor: TOMLCursor
  private var root = TOMLValue(content: .table([]), line: 1)
  /// The keys that lead to the present table.
  private var path: [String] = []

  /// The root table of a file.
  static func read(_ bytes: [UInt8], file: String) throws(MigrationError) -> TOMLValue {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw MigrationError(file: file, line: 1, column: 1, message: "expected UTF-8")
    }
    var reader = TOMLReader(cursor: TOMLCursor(text, file: file))
    try reader.read()
    return reader.root
  }

  private init(cursor: TOMLCursor) { self.cursor = cursor }

  private mutating func read() throws(MigrationError) {
    while true {
      cursor.skipLines()
      guard let next = cursor.next else { return }
      if next == "[" { try header() } else { try pair() }
      try cursor.endLine()
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header() throws(MigrationError) {
    let line = cursor.line
    cursor.skip()
    let isArray = cursor.take("[")
    cursor.skipBlanks()
    let keys = try key()
    guard cursor.take("]"), !isArray || cursor.take("]") else {
      throw cursor.error("expected \(isArray ? "]]" : "]")")
    }
    path = keys
    let table = TOMLValue(content: .table([]), line: line)
    try insert(isArray ? nil : table, appended: isArray ? table : nil, at: keys, line: line)
  }

  /// `key = value`.
  private mutating func pair() throws(MigrationError) {
    let line = cursor.line
    let keys = try key()
    guard cursor.take("=") else { throw cursor.error("expected =") }
    cursor.skipBlanks()
    let value = try value(depth: 0)
    try insert(value, appended: nil, at: path + keys, line: line)
  }

  /// Puts a value, or an element of an array, where some keys lead.
  private mutating func insert(
    _ value: TOMLValue?, appended: TOMLValue?, at keys: [String], line: Int
  ) throws(MigrationError) {
    guard Self.insert(value, appended, at: keys[...], into: &root, line) else {
      throw MigrationError(
        file: cursor.file, line: line, column: 1, message: "the key is given twice")
    }
  }

  private static func insert(
    _ value: TOMLValue?, _ appended: TOMLValue?, at keys: ArraySlice<String>,
    into place: inout TOMLValue, _ line: Int
  ) -> Bool {
    // A table of an array is its last one.
    if case .array(var elements) = place.content, var last = elements.popLast() {
      guard insert(value, appended, at: keys, into: &last, line) else { return false }
      place.content = .array(elements + [last])
      return true
    }
    guard case .table(var entries) = place.content, let key = keys.first else { return false }
    let index = entries.firstIndex { $0.key == key }
    if keys.count == 1 {
      if let appended {
        var elements: [TOMLValue] = []
        if let index {
          guard case .array(let old) = entries[index].value.content else { return false }
          elements = old
        }
        let array = TOMLValue(content: .array(elements + [appended]), line: line)
        if let index {
          entries[index].value = array
        } else {
          entries.append(.init(key: key, value: array))
        }
      } else if let value {
        // A header may name a table that a longer header has made.
        if let index {
          guard case .table = entries[index].value.content, value.entries.isEmpty else {
            return false
          }
        } else {
          entries.append(.init(key: key, value: value))
        }
      }
    } else {
      var inner = index.map { entries[$0].value } ?? TOMLValue(content: .table([]), line: line)
      guard insert(value, appended, at: keys.dropFirst(), into: &inner, line) else { return false }
      if let index {
        entries[index].value = inner
      } else {
        entries.append(.init(key: key, value: inner))
      }
    }
    place.content = .table(entries)
    return true
  }

  /// `a.b."c"`, with the blanks around it.
  private mutating func key() throws(MigrationError) -> [String] {
    var keys: [String] = []
    repeat {
      cursor.skipBlanks()
      switch cursor.next {
      case "\"", "'": keys.append(try cursor.string())
      default:
        let bare = cursor.takeWhile { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        guard !bare.isEmpty else { throw cursor.error("expected a key") }
        keys.append(bare)
      }
      cursor.skipBlanks()
    } while cursor.take(".")
    return keys
  }

  private mutating func value(depth: Int) throws(MigrationError) -> TOMLValue {
    let line = cursor.line
    guard depth < 32 else { throw cursor.error("nested too deeply") }
    switch cursor.next {
    case "\"", "'": return TOMLValue(content: .string(try cursor.string()), line: line)
    case "[": return TOMLValue(content: .array(try array(depth)), line: line)
    case "{": return try inlineTable(depth)
    default:
      let word = cursor.takeWhile { !$0.isWhitespace && !",]}#".contains($0) }
      switch word {
      case "true": return TOMLValue(content: .boolean(true), line: line)
      case "false": return TOMLValue(content: .boolean(false), line: line)
      case "": throw cursor.error("expected a value")
      default:
        guard let first = word.first, first.isNumber || "+-in".contains(first) else {
          throw cursor.error("expected a value; a text needs quotes")
        }
        return TOMLValue(content: .plain(word), line: line)
      }
    }
  }

  private mutating func array(_ depth: Int) throws(MigrationError) -> [TOMLValue] {
    cursor.skip()
    var elements: [TOMLValue] = []
    while true {
      cursor.skipLines()
      if cursor.take("]") { return elements }
      elements.append(try value(depth: depth + 1))
      cursor.skipLines()
      if cursor.take(",") { continue }
      guard cursor.take("]") else { throw cursor.error("expected , or ]") }
      return elements
    }
  }

  private mutating func inlineTable(_ depth: Int) throws(MigrationError) -> TOMLValue {
    let line = cursor.line
    cursor.skip()
    var table = TOMLValue(content: .table([]), line: line)
    cursor.skipBlanks()
    if cursor.take("}") { return table }
    while true {
      let keys = try key()
      guard cursor.take("=") else { throw cursor.error("expected =") }
      cursor.skipBlanks()
      let value = try value(depth: depth + 1)
      guard Self.insert(value, nil, at: keys[...], into: &table, line) else {
        throw cursor.error("the key is given twice")
      }
      cursor.skipBlanks()
      if cursor.take("}") { return table }
      guard cursor.take(",") else { throw cursor.error("expected , or }") }
    }
  }
}
