internal import Findings

/// Reads printed environments: runs of lines such as `KEY=value`, `declare -x KEY="value"` and
/// `export KEY='value'`.
///
/// A run counts if it is long enough and, for the plain shape, holds a variable that every
/// environment holds. Once it counts, lines of another shape continue a value of several lines, if
/// the run goes on behind them.
struct DumpReader {
  private struct Entry {
    let name: Range<Int>
    var value: Range<Int>
  }

  private var style = DumpLine.Style.plain
  private var entries: [Entry] = []
  /// How many of the entries surely belong to the block.
  private var sure = 0
  /// How many entries stand in a row before the present line.
  private var run = 0
  /// Lines since the last sure entry.
  private var gap = 0
  /// Where the present run begins.
  private var runStart = 0
  private var blockStart = 0

  /// The most lines of one value, as of a key or a certificate.
  private static let longestGap = 64

  /// Whether a line with this first byte can change anything.
  func minds(_ first: UInt8) -> Bool {
    Byte.isLetter(first) || first == UInt8(ascii: "_") || !entries.isEmpty
  }

  /// Reads a line.
  ///
  /// - Returns: the block that ended before it, if one did.
  mutating func read(_ line: Range<Int>, of text: [UInt8], places: LogPlaces) -> EnvironmentBlock? {
    guard let found = DumpLine(line, of: text.span) else {
      if sure == 0 {
        // The ordinary line of a log.
        if !entries.isEmpty { reset() }
        return nil
      }
      entries.removeSubrange(sure...)
      gap += 1 + run * (gap > 0 ? 1 : 0)
      run = 0
      return gap > Self.longestGap ? end(of: text, places) : nil
    }
    var ended: EnvironmentBlock?
    // Names with dots may stand in an environment, others among the properties of Java.
    if !entries.isEmpty, found.style != style, !(isPlain && found.style.isPlain) {
      ended = end(of: text, places)
    }
    if entries.isEmpty {
      style = found.style
      blockStart = line.lowerBound
    }
    if run == 0 { runStart = line.lowerBound }
    entries.append(Entry(name: found.name, value: found.value))
    run += 1
    if run >= needed { confirm() }
    return ended
  }

  /// Ends the block at a line that cannot belong to it, or at the end of the text.
  mutating func finish(_ text: [UInt8], places: LogPlaces) -> EnvironmentBlock? {
    sure > 0 ? end(of: text, places) : nil
  }

  /// How many lines in a row are believed: fewer if the shape is unmistakable, or if they continue
  /// a block.
  private var needed: Int {
    if sure > 0 { return gap > 0 && isPlain ? 2 : 1 }
    return isPlain ? 5 : 3
  }

  /// Whether the values stand without quotes.
  private var isPlain: Bool { style.isPlain }

  /// The run belongs to the block, and what stands before it to the value of the entry before.
  private mutating func confirm() {
    if sure > 0, gap > 0 {
      entries[sure - 1].value = entries[sure - 1].value.lowerBound..<runStart - 1
    }
    sure = entries.count
    gap = 0
  }

  private mutating func reset() {
    entries.removeAll(keepingCapacity: true)
    sure = 0
    run = 0
    gap = 0
  }

  private mutating func end(of text: [UInt8], _ places: LogPlaces) -> EnvironmentBlock? {
    defer { reset() }
    guard sure > 0 else { return nil }
    let names = entries[..<sure].map { String(decoding: text[$0.name], as: UTF8.self) }
    guard let kind = kind(names) else { return nil }
    let place = places.place(at: blockStart)
    var end = blockStart
    var assignments: [Assignment] = []
    for entry in entries[..<sure] {
      let (value, range) = decoded(
        entry.value, of: text, isQuoted: kind != .env && kind != .properties)
      end = max(end, entry.value.upperBound, range.upperBound)
      if let assignment = LogValue.assignment(
        name: entry.name, value: value, range: range, in: text, place: place)
      {
        assignments.append(assignment)
      }
    }
    return EnvironmentBlock(kind: kind, range: blockStart..<end, assignments: assignments)
  }

  /// What printed variables of some names; `nil` if nothing tells that it was an environment.
  private func kind(_ names: [String]) -> EnvironmentBlock.Kind? {
    switch style {
    case .declare: return .declare
    case .export: return .export
    case .plain, .property:
      let isJava = names.contains(where: EnvironmentAnchors.isProperty)
      if isJava, style == .property { return .properties }
      guard names.contains(where: EnvironmentAnchors.contains) else {
        return isJava ? .properties : nil
      }
      return names.contains(where: EnvironmentAnchors.isShellVariable) ? .set : .env
    }
  }

  /// A value without its quotes, and where it stands, the outer quotes left out.
  private func decoded(_ value: Range<Int>, of text: [UInt8], isQuoted: Bool)
    -> ([UInt8], Range<Int>)
  {
    guard isQuoted, !value.isEmpty, let word = ShellWord(text, from: value.lowerBound) else {
      return (Array(text[value]), value)
    }
    var range = value.lowerBound..<word.end
    if let quote = text[range].last, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      let open = text[range].first == UInt8(ascii: "$") ? 2 : 1
      if range.count > open, text[range.lowerBound + open - 1] == quote {
        range = range.lowerBound + open..<range.upperBound - 1
      }
    }
    return (word.value, range)
  }
}
