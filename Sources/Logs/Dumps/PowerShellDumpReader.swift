internal import Findings

/// Reads what PowerShell prints of its environment: the table of `Get-ChildItem env:`
///
///     Name                           Value
///     ----                           -----
///     ALLUSERSPROFILE                C:\ProgramData
///
/// and the list of `gci env: | fl`, with `Name  : X` above `Value : …`. The table cuts what is wider
/// than the console and writes `…` or `...` behind: such a value is a part of the secret.
struct PowerShellDumpReader {
  private struct Entry {
    let name: Range<Int>
    let value: Range<Int>
  }

  private var entries: [Entry] = []
  /// Where the second column of the open table begins.
  private var column: Int?
  private var hasHeader = false
  private var pendingName: Range<Int>?
  private var start = 0

  /// Whether a line with this first byte can change anything.
  func minds(_ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "N"), UInt8(ascii: "V"), UInt8(ascii: "-"), UInt8(ascii: "K"): true
    default: column != nil || hasHeader || !entries.isEmpty
    }
  }

  /// Reads a line.
  ///
  /// - Returns: the block that ended before it, if one did.
  mutating func read(_ line: Range<Int>, of text: [UInt8], places: LogPlaces) -> EnvironmentBlock? {
    guard let first = line.isEmpty ? nil : text[line.lowerBound] else {
      // A list has an empty line between its entries.
      return column == nil ? nil : end(of: text, places)
    }
    if let column { return row(line, column, of: text, places) }
    let span = text.span.extracting(line)
    switch first {
    case UInt8(ascii: "N"):
      if let value = Self.listed(span, "Name"), value < line.count {
        if entries.isEmpty { start = line.lowerBound }
        pendingName = line.lowerBound + value..<line.upperBound
        return nil
      }
      hasHeader = Self.column(span, "Name", "Value") != nil
      return nil
    case UInt8(ascii: "V"):
      if let name = pendingName, let value = Self.listed(span, "Value") {
        entries.append(Entry(name: name, value: line.lowerBound + value..<line.upperBound))
        pendingName = nil
        return nil
      }
    case UInt8(ascii: "-") where hasHeader:
      hasHeader = false
      if let found = Self.column(span, "----", "-----") {
        column = found
        start = line.upperBound + 1
        entries.removeAll(keepingCapacity: true)
        return nil
      }
    case UInt8(ascii: "K") where !entries.isEmpty && span.starts(with: "Key "):
      return nil
    default: break
    }
    hasHeader = false
    return entries.isEmpty ? nil : end(of: text, places)
  }

  /// Ends the block at the end of the text.
  mutating func finish(_ text: [UInt8], places: LogPlaces) -> EnvironmentBlock? {
    entries.isEmpty ? nil : end(of: text, places)
  }

  private mutating func row(
    _ line: Range<Int>, _ column: Int, of text: [UInt8], _ places: LogPlaces
  ) -> EnvironmentBlock? {
    var name = line.lowerBound
    while name < line.upperBound, text[name] > Byte.space { name += 1 }
    guard name > line.lowerBound, name - line.lowerBound < max(column, 2),
      line.count >= column, text[line.lowerBound + column - 1] == Byte.space
    else { return end(of: text, places) }
    entries.append(
      Entry(name: line.lowerBound..<name, value: line.lowerBound + column..<line.upperBound))
    return nil
  }

  /// Where the second word of a line begins, if it consists of two.
  private static func column(_ line: Span<UInt8>, _ first: String, _ second: String) -> Int? {
    guard line.starts(with: first) else { return nil }
    var at = first.utf8.count
    while at < line.count, line[at] == Byte.space { at += 1 }
    guard at > first.utf8.count, line.starts(with: second, at: at) else { return nil }
    for index in at + second.utf8.count..<line.count where line[index] > Byte.space { return nil }
    return at
  }

  /// Where the text behind `Name  : ` begins.
  private static func listed(_ line: Span<UInt8>, _ label: String) -> Int? {
    guard line.starts(with: label) else { return nil }
    var at = label.utf8.count
    while at < min(line.count, 16), line[at] == Byte.space { at += 1 }
    guard line.starts(with: ": ", at: at) else { return nil }
    return at + 2
  }

  private mutating func end(of text: [UInt8], _ places: LogPlaces) -> EnvironmentBlock? {
    defer {
      entries.removeAll(keepingCapacity: true)
      column = nil
      pendingName = nil
      hasHeader = false
    }
    guard let last = entries.last, entries.count >= 3 else { return nil }
    let names = entries.map { String(decoding: text[$0.name], as: UTF8.self) }
    guard names.contains(where: EnvironmentAnchors.contains) else { return nil }
    let place = places.place(at: start)
    let assignments = entries.compactMap {
      LogValue.assignment(name: $0.name, value: $0.value, in: text, place: place)
    }
    return EnvironmentBlock(
      kind: .powerShell, range: start..<last.value.upperBound, assignments: assignments)
  }
}
