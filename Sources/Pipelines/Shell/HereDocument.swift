/// A here-document that a line announces: `<<EOF`, `<<-'EOF'`.
struct HereDocument {
  private let mark: [UInt8]
  private let stripsTabs: Bool
  /// Just behind the announcement.
  let end: Int

  /// The announcement at the `<<` of an offset; `nil` if it is none.
  init?(_ script: [UInt8], at start: Int) {
    var at = start + 2
    // `<<<` is a here-string.
    guard at < script.count, script[at] != .less else { return nil }
    stripsTabs = script[at] == UInt8(ascii: "-")
    if stripsTabs { at += 1 }
    while at < script.count, script[at] == .space || script[at] == .tab { at += 1 }
    var mark: [UInt8] = []
    while at < script.count, mark.count <= 64, script[at].isWord || Self.isQuote(script[at]) {
      if !Self.isQuote(script[at]) { mark.append(script[at]) }
      at += 1
    }
    guard !mark.isEmpty else { return nil }
    self.mark = mark
    end = at
  }

  /// Whether a line without the white space around it ends the document.
  func isMark(_ line: ArraySlice<UInt8>) -> Bool { line.elementsEqual(mark) }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == .singleQuote || byte == .doubleQuote || byte == .backslash
  }

  /// The body that begins at an offset, and what follows its last line; `nil` if no line ends it.
  func body(in script: [UInt8], from start: Int, _ limit: Int) -> (body: Range<Int>, end: Int)? {
    var line = start
    while line < limit {
      let end = script[line..<limit].firstIndex(of: .newline) ?? limit
      var first = line
      while stripsTabs, first < end, script[first] == .tab { first += 1 }
      if end - first == mark.count, script[first..<end].elementsEqual(mark) {
        return (start..<line, min(end + 1, limit))
      }
      line = end + 1
    }
    return nil
  }
}
