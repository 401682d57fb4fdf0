/// The strings of HCL.
enum HCLStrings {
  /// Behind the string that begins at an offset; `nil` if its line ends first. Quotes within `${…}`
  /// are the expression's own.
  static func end(in file: [UInt8], at start: Int) -> Int? {
    var at = start + 1
    var depth = 0
    var isQuoted = true
    while at < file.count, file[at] != .newline {
      switch file[at] {
      case .backslash: at += 1
      case .doubleQuote:
        if depth == 0 { return at + 1 }
        isQuoted.toggle()
      case .openBrace where at > 0 && (file[at - 1] == .dollar || depth > 0): depth += 1
      case .closeBrace where depth > 0: depth -= 1
      default: break
      }
      at += 1
    }
    return nil
  }

  /// Behind the last line of a here-document, whose mark may be indented.
  static func body(of document: HereDocument, in file: [UInt8], from start: Int) -> Int? {
    var line = start
    while line < file.count {
      let end = file[line...].firstIndex(of: .newline) ?? file.count
      if document.isMark(file[file.trimmed(line..<end)]) { return end }
      line = end + 1
    }
    return nil
  }

  /// Whether `${` or `%{` stands in a string.
  static func holdsTemplate(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.dropFirst().contains { place in
      text[place] == .openBrace
        && (text[place - 1] == .dollar || text[place - 1] == UInt8(ascii: "%"))
    }
  }

  /// An attribute with the value that it has without evaluation.
  static func attribute(_ name: String, _ range: Range<Int>, in file: [UInt8]) -> HCLAttribute {
    let isString = file[range.lowerBound] == .doubleQuote
    var plain: String?
    if isString {
      let body = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
      let isOne = end(in: file, at: range.lowerBound) == range.upperBound
      let isFixed = !file[body].contains(.dollar) && !file[body].contains(.backslash)
      if isOne, isFixed { plain = String(decoding: file[body], as: UTF8.self) }
    } else if range.count < 64, file[range].allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") }) {
      plain = String(decoding: file[range], as: UTF8.self)
    }
    return HCLAttribute(name: name, range: range, plain: plain, isString: isString)
  }
}
