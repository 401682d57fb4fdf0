/// Reads the lines of a table below the one that holds a secret.
struct LineRows {
  /// Where the window begins and ends.
  let window: Range<Int>

  func read(behind secret: Range<Int>, in bytes: Span<UInt8>) -> Rows.Reading {
    var found = Rows.Reading(end: secret.upperBound)
    guard let separator = separator(around: secret, bytes) else { return found }
    var line = secret.lowerBound
    while line > window.lowerBound, bytes[line - 1] != 0x0A { line -= 1 }
    var column = 0
    while line < window.upperBound {
      var lineEnd = line
      while lineEnd < window.upperBound, bytes[lineEnd] != 0x0A { lineEnd += 1 }
      let cells = cells(line..<lineEnd, separator, bytes)
      if found.secrets.isEmpty,
        let own = cells.firstIndex(where: { $0.contains(secret.lowerBound) })
      {
        column = own
      } else {
        // What has fewer columns is no row of the table, and ends it.
        guard column < cells.count, cells.count > 1 else {
          found.end = lineEnd
          found.isCut = lineEnd == window.upperBound
          return found
        }
        let value = bare(cells[column], bytes)
        if RowCell.isMade(value, in: bytes) { found.secrets.append(value) }
      }
      line = lineEnd + 1
    }
    found.end = window.upperBound
    found.isCut = true
    return found
  }

  /// Whether the line around a place holds a secret where the one of another line stands.
  func isRow(at place: Int, behind secret: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard let separator = separator(around: secret, bytes) else { return false }
    let own = cells(line(around: secret.lowerBound, bytes), separator, bytes)
    let other = cells(line(around: place, bytes), separator, bytes)
    guard let column = own.firstIndex(where: { $0.contains(secret.lowerBound) }),
      column < other.count
    else { return false }
    return RowCell.isMade(bare(other[column], bytes), in: bytes)
  }

  private func line(around place: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    var start = place
    while start > window.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    var end = place
    while end < window.upperBound, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }

  /// What stands beside the secret, or beside its quotes.
  private func separator(around secret: Range<Int>, _ bytes: Span<UInt8>) -> UInt8? {
    let isQuoted = window.contains(secret.upperBound) && bytes[secret.upperBound] == 0x22
    let margin = isQuoted ? 1 : 0
    for place in [secret.lowerBound - 1 - margin, secret.upperBound + margin]
    where window.contains(place) {
      if bytes[place] == 0x09 || bytes[place] == 0x2C || bytes[place] == 0x3B {
        return bytes[place]
      }
    }
    return nil
  }

  /// The cells of a line; a quoted one may hold the separator.
  private func cells(
    _ line: Range<Int>, _ separator: UInt8, _ bytes: Span<UInt8>
  ) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var cell = line.lowerBound
    var isQuoted = false
    for place in line {
      if bytes[place] == 0x22, separator != 0x09 { isQuoted.toggle() }
      if bytes[place] == separator, !isQuoted {
        cells.append(cell..<place)
        cell = place + 1
      }
    }
    cells.append(cell..<line.upperBound)
    return cells
  }

  /// A cell without its quotes and the line's end.
  private func bare(_ cell: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
    var (lower, upper) = (cell.lowerBound, cell.upperBound)
    if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
    if upper - lower > 1, bytes[lower] == 0x22, bytes[upper - 1] == 0x22 {
      lower += 1
      upper -= 1
    }
    return lower..<upper
  }
}
