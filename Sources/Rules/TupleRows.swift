/// Reads the tuples of an SQL statement behind the one that holds a secret.
struct TupleRows {
  /// Where reading ends.
  let end: Int

  func read(
    behind secret: Range<Int>, from start: Int, in bytes: Span<UInt8>
  ) -> Rows.Reading {
    // The names of the columns hold no quotes, so the first bracket that closes is theirs.
    var place = start
    while place < secret.lowerBound, bytes[place] != UInt8(ascii: ")") { place += 1 }
    while place < secret.lowerBound, bytes[place] != UInt8(ascii: "(") { place += 1 }
    var column: Int?
    var found = Rows.Reading(end: secret.upperBound)
    while place < end, bytes[place] == UInt8(ascii: "(") {
      guard let next = tuple(from: place + 1, bytes, secret, &column, &found) else { break }
      place = next
    }
    return found
  }

  /// Reads one tuple.
  ///
  /// - Returns: where the next one opens, or `nil` if none does.
  private func tuple(
    from start: Int, _ bytes: Span<UInt8>, _ secret: Range<Int>, _ column: inout Int?,
    _ found: inout Rows.Reading
  ) -> Int? {
    var place = start
    var index = 0
    while true {
      guard let cell = cell(from: place, bytes, &found) else { return nil }
      if cell.contains(secret.lowerBound) {
        column = index
      } else if column == index, let value = quoted(cell, bytes) {
        found.secrets.append(value)
      }
      place = cell.upperBound
      if bytes[place] == UInt8(ascii: ")") { break }
      place += 1
      index += 1
    }
    place = behindBlanks(place + 1, bytes)
    if place < end, bytes[place] == UInt8(ascii: ",") {
      place = behindBlanks(place + 1, bytes)
      if place < end, bytes[place] == UInt8(ascii: "(") { return place }
    }
    return stop(at: place, &found)
  }

  /// Ends the reading at what is no row, or where the bytes end.
  private func stop<Found>(at place: Int, _ found: inout Rows.Reading) -> Found? {
    found.end = min(end, place + 1)
    found.isCut = place >= end
    return nil
  }

  /// The cell that begins at a place: up to the comma or the bracket that ends it.
  private func cell(
    from start: Int, _ bytes: Span<UInt8>, _ found: inout Rows.Reading
  ) -> Range<Int>? {
    var place = start
    var depth = 0
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let closing = closing(from: place, bytes) else { return stop(at: end, &found) }
        place = closing
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return start..<place }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 { return start..<place }
      case UInt8(ascii: ";"): return stop(at: place, &found)
      default: break
      }
      place += 1
    }
    return stop(at: end, &found)
  }

  /// Where the quote at a place is closed; doubled and escaped ones do not count.
  private func closing(from start: Int, _ bytes: Span<UInt8>) -> Int? {
    var place = start + 1
    while place < end {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 1
      } else if bytes[place] == bytes[start] {
        if place + 1 == end || bytes[place + 1] != bytes[start] { return place }
        place += 1
      }
      place += 1
    }
    return nil
  }

  private func behindBlanks(_ start: Int, _ bytes: Span<UInt8>) -> Int {
    var place = start
    while place < end, bytes[place] <= 0x20 { place += 1 }
    return place
  }

  /// What a cell quotes, if it may be a secret: no blank in it, and not a word.
  private func quoted(_ cell: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
    var start = behindBlanks(cell.lowerBound, bytes)
    if start < cell.upperBound, bytes[start] == 0x4E || bytes[start] == 0x45 { start += 1 }
    var last = cell.upperBound - 1
    while last > start, bytes[last] <= 0x20 { last -= 1 }
    guard last > start, bytes[start] == 0x27 || bytes[start] == 0x22, bytes[last] == bytes[start]
    else { return nil }
    let value = start + 1..<last
    return RowCell.isLikely(value, shortest: 5, in: bytes) ? value : nil
  }
}
