internal import Findings

/// A command that a job gives its runner by printing it: `::set-output name=NAME::VALUE`,
/// `##vso[task.setvariable variable=NAME;issecret=true]VALUE`. Runners swallow these lines, but what
/// a job prints reaches a log without one, too: from inside a container, another system or a copy.
enum WorkflowCommand {
  /// Whether a line with this first byte may be such a command.
  static func mayBegin(with first: UInt8) -> Bool {
    first == UInt8(ascii: ":") || first == UInt8(ascii: "#")
  }

  /// The assignment of a command on a line; `nil` if there is none.
  static func read(_ line: Range<Int>, of text: [UInt8], places: LogPlaces) -> Assignment? {
    let span = text.span.extracting(line)
    guard line.count > 12 else { return nil }
    switch span[0] {
    case UInt8(ascii: ":"): return github(line, span, of: text, places)
    case UInt8(ascii: "#"): return azure(line, span, of: text, places)
    default: return nil
    }
  }

  private static func github(
    _ line: Range<Int>, _ span: Span<UInt8>, of text: [UInt8], _ places: LogPlaces
  ) -> Assignment? {
    if span.starts(with: "::add-mask::") {
      return assignment("add-mask secret", line.lowerBound + 12..<line.upperBound, text, places)
    }
    for command in ["::set-output name=", "::set-env name=", "::save-state name="]
    where span.starts(with: command) {
      let start = command.utf8.count
      var at = start
      while at + 1 < min(span.count, start + 256) {
        if span[at] == UInt8(ascii: ":"), span[at + 1] == UInt8(ascii: ":") {
          let value = line.lowerBound + at + 2..<line.upperBound
          return assignment(span.extracting(..<at).name(from: start), value, text, places)
        }
        at += 1
      }
    }
    return nil
  }

  private static func azure(
    _ line: Range<Int>, _ span: Span<UInt8>, of text: [UInt8], _ places: LogPlaces
  ) -> Assignment? {
    let command = "##vso[task.setvariable "
    guard span.starts(with: command) else { return nil }
    var close = command.utf8.count
    while close < min(span.count, 512), span[close] != UInt8(ascii: "]") { close += 1 }
    guard close < min(span.count, 512) else { return nil }
    let properties = span.extracting(..<close).name(from: command.utf8.count, limit: 512)
      .split(separator: ";")
    guard let name = properties.first(where: { $0.hasPrefix("variable=") })?.dropFirst(9) else {
      return nil
    }
    // The job itself calls the variable a secret.
    let isSecret = properties.contains { $0.lowercased() == "issecret=true" }
    let value = line.lowerBound + close + 1..<line.upperBound
    return assignment(isSecret ? "\(name) secret" : String(name), value, text, places)
  }

  private static func assignment(
    _ name: String, _ value: Range<Int>, _ text: [UInt8], _ places: LogPlaces
  ) -> Assignment? {
    guard !value.isEmpty else { return nil }
    let bytes = Array(text[value])
    return Assignment(
      name: name, value: bytes, kind: LogValue.kind(of: bytes), range: value,
      place: places.place(at: value.lowerBound))
  }
}
