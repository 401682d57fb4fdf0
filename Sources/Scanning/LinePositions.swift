internal import Findings

/// Lines and columns of a document's offsets.
///
/// It remembers the line it answered for last: questions in the order of the text read each byte
/// once, whatever their number, and nothing is stored for the lines. A step back counts what lies
/// between.
struct LinePositions {
  private let document: Document
  /// A line, from 0, and where it begins.
  private var known = (line: 0, start: 0)

  init(_ document: Document) { self.document = document }

  /// The region of a range of `document.bytes`.
  mutating func region(_ range: Range<Int>) -> Region {
    let (startLine, startColumn) = position(range.lowerBound)
    let last = max(range.lowerBound, range.upperBound - 1)
    let endLine = line(last)
    let endColumn = column(of: range.upperBound, line: endLine)
    let raw = document.map.raw(range)
    return Region(
      byteOffset: document.start.offset + raw.lowerBound, byteLength: raw.count,
      startLine: document.start.lines + startLine + 1, startColumn: startColumn,
      endLine: document.start.lines + endLine + 1, endColumn: endColumn)
  }

  private mutating func position(_ offset: Int) -> (line: Int, column: Int) {
    let index = line(offset)
    return (index, column(of: offset, line: index))
  }

  /// The column from 1, in UTF-16 units, of an offset on the line that was asked for last.
  private mutating func column(of offset: Int, line: Int) -> Int {
    let before = line == 0 ? document.start.columns : 0
    let start = known.start
    return before + UTF16Units.count(document.bytes[start..<max(start, offset)]) + 1
  }

  /// The line of an offset, from 0.
  private mutating func line(_ offset: Int) -> Int {
    let bytes = document.bytes
    if offset < known.start {
      // Behind the newline before the offset; those between it and the known line are lines, too.
      let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let between = Newlines.count(in: bytes, start..<known.start)
      known = (known.line - between, start)
      return known.line
    }
    let between = Newlines.count(in: bytes, known.start..<offset)
    if between > 0 {
      let last = bytes[known.start..<offset].lastIndex(of: UInt8(ascii: "\n"))
      known = (known.line + between, (last ?? known.start) + 1)
    }
    return known.line
  }
}
