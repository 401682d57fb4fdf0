internal import Findings

/// Lines and columns of a document's offsets.
///
/// It remembers where the last range began: questions in the order of the text read each byte a few
/// times at most, whatever their number and however long the lines, and nothing is stored for the
/// lines. A step back begins anew.
struct LinePositions {
  private let document: Document
  private var known = Cursor()

  /// An offset, its line from 0, and the UTF-16 units between the line's beginning and it.
  private struct Cursor {
    var offset = 0
    var line = 0
    var units = 0
  }

  init(_ document: Document) { self.document = document }

  /// The region of a range of `document.bytes`.
  mutating func region(_ range: Range<Int>) -> Region {
    let start = moved(known, to: range.lowerBound)
    known = start
    let last = moved(start, to: max(range.lowerBound, range.upperBound - 1))
    let rest = document.bytes[last.offset..<max(last.offset, range.upperBound)]
    let end = Cursor(
      offset: range.upperBound, line: last.line, units: last.units + UTF16Units.count(rest))
    let raw = document.map.raw(range)
    return Region(
      byteOffset: document.start.offset + raw.lowerBound, byteLength: raw.count,
      startLine: line(start), startColumn: column(start), endLine: line(end),
      endColumn: column(end))
  }

  private func line(_ cursor: Cursor) -> Int { document.start.lines + cursor.line + 1 }

  private func column(_ cursor: Cursor) -> Int {
    (cursor.line == 0 ? document.start.columns : 0) + cursor.units + 1
  }

  private func moved(_ cursor: Cursor, to offset: Int) -> Cursor {
    guard offset >= cursor.offset else { return moved(Cursor(), to: offset) }
    let passed = document.bytes[cursor.offset..<offset]
    let lines = Newlines.count(in: document.bytes, cursor.offset..<offset)
    guard lines > 0, let newline = passed.lastIndex(of: UInt8(ascii: "\n")) else {
      return Cursor(
        offset: offset, line: cursor.line, units: cursor.units + UTF16Units.count(passed))
    }
    return Cursor(
      offset: offset, line: cursor.line + lines,
      units: UTF16Units.count(document.bytes[(newline + 1)..<offset]))
  }
}
