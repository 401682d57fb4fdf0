/// Finds the ends of here-documents in a text. A mark that no line holds is not sought to the end of the
/// text by each document that announces one. O(length) for all of them.
struct HereDocumentEnds {
  /// What may stand around a mark on its line.
  private enum Margin {
    case none, tabs, white
  }

  private let isHCL: Bool
  /// The last offset of each line that may be a mark, by what may stand around it; made when a search
  /// has found nothing.
  private var lastLines: [Margin: [ArraySlice<UInt8>: Int]] = [:]

  /// - Parameter isHCL: whether a mark may be indented.
  init(isHCL: Bool = false) { self.isHCL = isHCL }

  /// The body that begins at an offset, and what follows its last line; `nil` if no line ends it.
  mutating func body(
    of document: HereDocument, in text: [UInt8], from start: Int, to end: Int? = nil
  ) -> (body: Range<Int>, end: Int)? {
    let margin: Margin = isHCL ? .white : document.stripsTabs ? .tabs : .none
    if let last = lastLines[margin], last[document.mark[...]] ?? -1 < start { return nil }
    let limit = end ?? text.count
    var line = start
    while line < limit {
      let end = text[line..<limit].firstIndex(of: .newline) ?? limit
      if text[Self.core(line..<end, of: text, margin)].elementsEqual(document.mark) {
        return (start..<line, min(end + 1, limit))
      }
      line = end + 1
    }
    if lastLines[margin] == nil { lastLines[margin] = Self.lines(of: text, margin) }
    return nil
  }

  private static func lines(of text: [UInt8], _ margin: Margin) -> [ArraySlice<UInt8>: Int] {
    var lines: [ArraySlice<UInt8>: Int] = [:]
    for line in KeyValueLine.lines(of: text, text.indices) {
      let core = core(line, of: text, margin)
      guard !core.isEmpty, core.count <= HereDocument.longestMark,
        text[core].allSatisfy(\.isWord)
      else { continue }
      lines[text[core]] = line.lowerBound
    }
    return lines
  }

  private static func core(_ line: Range<Int>, of text: [UInt8], _ margin: Margin) -> Range<Int> {
    switch margin {
    case .none: return line
    case .white: return text.trimmed(line)
    case .tabs:
      var start = line.lowerBound
      while start < line.upperBound, text[start] == .tab { start += 1 }
      return start..<line.upperBound
    }
  }
}
