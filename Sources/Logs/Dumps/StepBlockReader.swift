internal import Findings

/// Reads the inputs and the environment that GitHub's runner prints at the beginning of a step,
/// between `##[group]Run …` and `##[endgroup]`:
///
///     with:
///       key: value
///     env:
///       KEY: VALUE
///
/// The rest of a value of several lines stands in the following lines, not indented. Source:
/// actions/runner, `Handler.cs`, `ScriptHandler.cs`.
struct StepBlockReader {
  /// A variable; its value ends with its first line, or with the last one that continues it.
  private struct Entry {
    let name: Range<Int>
    var value: Range<Int>
    let firstLineEnd: Int
  }

  private var isOpen = false
  /// Where the header's first line begins.
  private(set) var opened = 0
  /// How many lines of its script have been read.
  private var lines = 0
  private var kind: EnvironmentBlock.Kind?
  private var start = 0
  private var entries: [Entry] = []

  /// The longest value that is believed: a group may lack its end.
  private static let longestValue = 65_536

  /// Whether the lines belong to a step's header.
  var isInHeader: Bool { isOpen }
  /// Whether the lines are those of the step's script, which stand first.
  var isInScript: Bool { isOpen && kind == nil }

  /// Whether a line that begins with a byte has to be read: most lines are none of a header.
  func minds(_ first: UInt8) -> Bool { isOpen || first == UInt8(ascii: "#") }

  /// Reads a line.
  ///
  /// - Returns: the block that ends before it, if it holds variables.
  mutating func read(_ line: Range<Int>, of text: [UInt8], places: LogPlaces) -> EnvironmentBlock? {
    let span = text.span.extracting(line)
    if line.count >= 9, span[0] == UInt8(ascii: "#"), span.starts(with: "##[") {
      if span.starts(with: "##[group]") {
        defer {
          isOpen = span.starts(with: "##[group]Run ")
          opened = line.lowerBound
          lines = 0
        }
        return end(of: text, at: line.lowerBound, isComplete: false, places)
      }
      if isOpen, span.starts(with: "##[endgroup]") {
        defer { isOpen = false }
        return end(of: text, at: line.lowerBound, isComplete: true, places)
      }
    }
    guard isOpen else { return nil }
    if span.equals("env:") || span.equals("with:") {
      defer {
        kind = span.equals("env:") ? .stepEnvironment : .stepInputs
        start = line.lowerBound
      }
      return end(of: text, at: line.lowerBound, isComplete: true, places)
    }
    guard kind != nil else { return nil }
    if let entry = Self.entry(span, at: line.lowerBound) {
      entries.append(entry)
    } else if span.starts(with: "shell: ") {
      return end(of: text, at: line.lowerBound, isComplete: true, places)
    } else if let last = entries.indices.last {
      entries[last].value = entries[last].value.lowerBound..<line.upperBound
      if entries[last].value.count > Self.longestValue {
        isOpen = false
        return end(of: text, at: line.lowerBound, isComplete: false, places)
      }
    }
    return nil
  }

  /// Whether it is time to ask, before the next line, whether the script has ended without saying so:
  /// seldom, since an answer costs more than a line.
  mutating func asksForTime() -> Bool {
    guard isInScript else { return false }
    lines += 1
    return lines & (lines - 1) == 0 || lines & 15 == 0
  }

  /// Ends a header that has no end: what follows is the step's output.
  mutating func leaveScript() { if isInScript { isOpen = false } }

  /// Ends the block at the end of the text.
  mutating func finish(_ text: [UInt8], places: LogPlaces) -> EnvironmentBlock? {
    end(of: text, at: text.count, isComplete: false, places)
  }

  /// `  KEY: VALUE`.
  private static func entry(_ line: Span<UInt8>, at offset: Int) -> Entry? {
    guard line.count > 3, line[0] == Byte.space, line[1] == Byte.space, line[2] != Byte.space else {
      return nil
    }
    var at = 2
    let limit = min(line.count, 258)
    while at < limit, line[at] != UInt8(ascii: ":") {
      guard line[at] > Byte.space, line[at] < 0x7F else { return nil }
      at += 1
    }
    guard at > 2, at < limit, at + 1 == line.count || line[at + 1] == Byte.space else { return nil }
    let end = offset + line.count
    return Entry(
      name: offset + 2..<offset + at, value: min(offset + at + 2, end)..<end, firstLineEnd: end)
  }

  /// Ends the block. Without the group's end nobody knows where the block ended and the step's
  /// output began: the first value of several lines keeps its first, and is the last one.
  private mutating func end(
    of text: [UInt8], at offset: Int, isComplete: Bool, _ places: LogPlaces
  ) -> EnvironmentBlock? {
    defer {
      kind = nil
      entries.removeAll(keepingCapacity: true)
    }
    guard let kind, !entries.isEmpty else { return nil }
    var end = offset
    if !isComplete {
      let last = entries.firstIndex { $0.value.upperBound > $0.firstLineEnd } ?? entries.count - 1
      entries.removeSubrange((last + 1)...)
      end = entries[last].firstLineEnd
      entries[last].value = entries[last].value.lowerBound..<end
    }
    let place = places.place(at: start)
    let assignments = entries.compactMap {
      LogValue.assignment(name: $0.name, value: $0.value, in: text, place: place)
    }
    guard !assignments.isEmpty else { return nil }
    return EnvironmentBlock(kind: kind, range: start..<end, assignments: assignments)
  }
}
