/// One walk through a text: parse, and behind each error parse on.
struct ReadingPass: ~Copyable {
  enum Outcome {
    case done
    /// The text is broken by template lines, of which this is the first.
    case brokenByTemplate(line: Int)
  }

  struct Problem {
    var code: YAMLProblem.Code
    var offset: Int
    var message: String
  }

  private enum RunEnd {
    case end
    case stop(Problem)
    /// The last two as in `EventParser.Failure`, but in bytes.
    case failure(Problem, context: Int?, isLeftOpen: Bool)
  }

  private let text: ReadableText
  private let limits: YAMLLimits
  private let stopsAtTemplates: Bool
  private var builder: TreeBuilder
  private(set) var problems: [Problem] = []
  private var resumptions = 0
  /// Bytes that were read again because something had been left open, and how many may be: with
  /// this limit the whole takes linear time.
  private(set) var rewound = 0
  private let mostRewound: Int

  init(_ text: ReadableText, _ limits: YAMLLimits, stopsAtTemplates: Bool) {
    self.text = text
    self.limits = limits
    self.stopsAtTemplates = stopsAtTemplates
    builder = TreeBuilder(text, limits)
    mostRewound = text.text.count
  }

  var documents: [YAMLNode] { builder.documents }

  mutating func run() -> Outcome {
    var start: Int? = text.start
    while let from = start {
      start = nil
      switch parse(from: from) {
      case .end:
        break
      case .stop(let problem):
        problems.append(problem)
      case .failure(let problem, let context, let isLeftOpen):
        if stopsAtTemplates {
          let template = text.templateLine(around: problem.offset)
          if let line = template ?? context.flatMap(text.templateLine) {
            return .brokenByTemplate(line: line)
          }
        }
        // A line that was tried twice fails twice at the same place.
        if problems.last?.offset != problem.offset { problems.append(problem) }
        start = resume(from, problem.offset, isLeftOpen ? context : nil)
      }
    }
    builder.finish()
    return .done
  }

  /// Parses from a line until the end or an error.
  private mutating func parse(from start: Int) -> RunEnd {
    let source = text.text
    return unsafe source.withUnsafeBufferPointer { bytes in
      guard let parser = unsafe EventParser(UnsafeBufferPointer(rebasing: bytes[start...])) else {
        return .stop(Problem(code: .outOfMemory, offset: start, message: "out of memory"))
      }
      while true {
        var place = 0
        let verdict = unsafe parser.next { event in
          unsafe place = event.start
          return unsafe builder.take(event)
        }
        switch verdict {
        case .goOn:
          continue
        case .streamEnd:
          return .end
        case .tooDeep:
          let message = "collections nest deeper than \(limits.maximumDepth)"
          let problem = Problem(
            code: .tooDeep, offset: builder.byte(of: place), message: message)
          return .failure(problem, context: nil, isLeftOpen: false)
        case .tooManyNodes:
          let message = "more than \(limits.maximumNodes) nodes"
          return .stop(
            Problem(code: .tooManyNodes, offset: builder.byte(of: place), message: message))
        case nil:
          let failure = parser.failure
          let offset = builder.byte(of: failure.character)
          let code: YAMLProblem.Code = failure.isMemory ? .outOfMemory : .syntax
          let problem = Problem(code: code, offset: offset, message: failure.message)
          if failure.isMemory { return .stop(problem) }
          let context = failure.contextCharacter.map { builder.byte(of: $0) }
          return .failure(problem, context: context, isLeftOpen: failure.isLeftOpen)
        }
      }
    }
  }

  /// Finds the line to go on from; it always lies behind `start`, where the failed run began.
  private mutating func resume(_ start: Int, _ error: Int, _ openedAt: Int?) -> Int? {
    let bytes = text.text
    // The line of the error may be a good one that only came as a surprise.
    let line = Resumption.line(in: bytes, around: error, limit: start)
    var from = line > start ? line : Resumption.nextLine(in: bytes, after: error)
    if let openedAt {
      let below = Resumption.nextLine(in: bytes, after: max(openedAt, start))
      if below < from, rewound + (error - below) <= mostRewound {
        rewound += error - below
        from = below
      }
    }
    guard let resumption = Resumption(in: bytes, from: from) else { return nil }
    guard resumptions < limits.maximumResumptions else {
      let message = "more than \(limits.maximumResumptions) syntax errors"
      problems.append(
        Problem(code: .tooManyErrors, offset: resumption.offset, message: message))
      return nil
    }
    resumptions += 1
    builder.resume(at: resumption)
    return resumption.offset
  }
}
