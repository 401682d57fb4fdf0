internal import Findings

/// Reads the structure of normalised text, in one pass over its lines: steps and printed
/// environments.
struct LogStructure {
  /// Where the steps begin.
  private(set) var places: LogPlaces
  /// The printed environments, in order.
  private(set) var blocks: [EnvironmentBlock] = []

  private let format: LogFormat
  private var steps = StepBlockReader()
  private var dumps = DumpReader()

  init(format: LogFormat, places: LogPlaces) {
    self.format = format
    self.places = places
  }

  /// Reads all lines. O(bytes).
  mutating func read(_ text: [UInt8]) {
    var at = 0
    while at < text.count {
      let end = text.offset(of: Byte.newline, in: at..<text.count)
      read(at..<end, of: text)
      at = end + 1
    }
    append(steps.finish(text, places: places))
    append(dumps.finish(text, places: places))
  }

  private mutating func read(_ line: Range<Int>, of text: [UInt8]) {
    let event = format.event(text.span.extracting(line))
    if format.printsStepBlocks {
      append(steps.read(line, of: text, places: places))
    }
    // After the blocks that end here, before those that begin here.
    if let event { places.note(event, at: line.lowerBound) }
    if event != nil || steps.isInHeader {
      append(dumps.finish(text, places: places))
    } else {
      append(dumps.read(line, of: text, places: places))
    }
  }

  private mutating func append(_ block: EnvironmentBlock?) {
    if let block { blocks.append(block) }
  }
}
