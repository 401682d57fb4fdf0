internal import Findings

/// Reads the structure of normalised text, in one pass over its lines: steps, printed
/// environments and echoed commands.
struct LogStructure {
  /// Where the steps begin.
  private(set) var places: LogPlaces
  /// The printed environments, in order.
  private(set) var blocks: [EnvironmentBlock] = []
  /// The secrets among the arguments of echoed commands, and the values given to the runner.
  private(set) var arguments: [Assignment] = []

  private let format: LogFormat
  /// The steps that records name, and how many of them were noted.
  private let namedSteps: [(offset: Int, name: String)]
  private var steps = StepBlockReader()
  private var dumps = DumpReader()
  private var tables = PowerShellDumpReader()
  private var listings = ListingReader()
  private var commands = CommandReader()
  private var notedSteps = 0

  /// How many seconds the runner takes at most to print the header of a step, which it has at hand.
  private static let headerTime: Int64 = 2

  /// - Parameter steps: the steps that records name, by where in the text they begin.
  init(format: LogFormat, places: LogPlaces, steps: [(offset: Int, name: String)] = []) {
    self.format = format
    self.places = places
    namedSteps = steps
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
    append(tables.finish(text, places: places))
    append(listings.finish())
    arguments += commands.assignments
    let found =
      ObjectDumpReader.read(text, places: places) + SecretDataReader.read(text, places: places)
    blocks = (blocks + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func read(_ line: Range<Int>, of text: [UInt8]) {
    while notedSteps < namedSteps.count, namedSteps[notedSteps].offset <= line.lowerBound {
      places.note(.step(namedSteps[notedSteps].name), at: namedSteps[notedSteps].offset)
      notedSteps += 1
    }
    if steps.asksForTime(), places.isLater(line.lowerBound, than: steps.opened, by: Self.headerTime)
    {
      steps.leaveScript()
    }
    let event = format.event(text.span.extracting(line))
    let first = line.isEmpty ? Byte.newline : text[line.lowerBound]
    if format.printsStepBlocks, steps.minds(first) {
      append(steps.read(line, of: text, places: places))
    }
    // After the blocks that end here, before those that begin here.
    if let event { places.note(event, at: line.lowerBound) }
    commands.read(line, of: text, isScript: steps.isInScript, places: places)
    if WorkflowCommand.mayBegin(with: first),
      let argument = WorkflowCommand.read(line, of: text, places: places)
    {
      arguments.append(argument)
    }
    if event != nil || steps.isInHeader {
      append(dumps.finish(text, places: places))
      append(tables.finish(text, places: places))
      append(listings.finish())
    } else {
      if dumps.minds(first) { append(dumps.read(line, of: text, places: places)) }
      if tables.minds(first) { append(tables.read(line, of: text, places: places)) }
      if listings.minds(first) { append(listings.read(line, of: text, places: places)) }
    }
  }

  private mutating func append(_ block: EnvironmentBlock?) {
    if let block { blocks.append(block) }
  }
}
