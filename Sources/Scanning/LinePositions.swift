internal import Findings

/// Lines and columns of a document's offsets. The line starts are found once, on the first question;
/// each answer then costs a binary search and the length of one line.
struct LinePositions {
  private let document: Document
  private var starts: [Int]?

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

  /// The column from 1, in UTF-16 units.
  private mutating func column(of offset: Int, line: Int) -> Int {
    let start = lineStarts()[line]
    let before = line == 0 ? document.start.columns : 0
    return before + UTF16Units.count(document.bytes[start..<max(start, offset)]) + 1
  }

  /// The line of an offset, from 0.
  private mutating func line(_ offset: Int) -> Int {
    let starts = lineStarts()
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private mutating func lineStarts() -> [Int] {
    if let starts { return starts }
    var found = [0]
    for (offset, byte) in document.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      found.append(offset + 1)
    }
    starts = found
    return found
  }
}
