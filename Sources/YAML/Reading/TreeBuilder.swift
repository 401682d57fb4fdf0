/// Makes nodes of events. Keeps its own stack, so that depth costs no recursion.
struct TreeBuilder: ~Copyable {
  enum Verdict {
    case goOn, streamEnd, tooDeep, tooManyNodes
  }

  /// An open collection.
  private struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    /// Whether a bracket opens it; a pair within a flow sequence has none.
    let hasBracket: Bool
    let start: Int
    /// Its first child among the pending nodes.
    let first: Int
    let properties: NodeProperties?
  }

  private(set) var documents: [YAMLNode] = []
  private let text: ReadableText
  private let limits: YAMLLimits
  // Children of all open collections, innermost last. In a mapping keys and values alternate.
  private var pending = PendingNodes()
  private var frames: [Frame] = []
  private var nodes = 0
  /// Characters before the run.
  private var base = 0
  /// Whether the next node may turn out to be the root of a broken document, going on.
  private var awaitsRoot = false

  init(_ text: ReadableText, _ limits: YAMLLimits) {
    self.text = text
    self.limits = limits
    base = text.characters.character(at: text.start, in: text.text)
  }

  /// The byte at a place of the present run.
  func byte(of character: Int) -> Int {
    text.characters.byte(of: base &+ character, in: text.text)
  }

  /// Takes the next event.
  mutating func take(_ event: ParserEvent) -> Verdict {
    switch unsafe event.kind {
    case .other:
      return .goOn
    case .streamEnd:
      return .streamEnd
    case .collectionEnd:
      let last = unsafe byte(of: event.end)
      close(at: last)
      return .goOn
    case .alias, .scalar, .sequenceStart, .mappingStart:
      guard nodes < limits.maximumNodes else { return .tooManyNodes }
      nodes += 1
      return unsafe takeNode(event)
    }
  }

  private mutating func takeNode(_ event: ParserEvent) -> Verdict {
    let end = unsafe byte(of: event.end)
    var start = unsafe byte(of: event.start)
    var properties: NodeProperties?
    if start < end, text.text[start] == Ascii.ampersand || text.text[start] == Ascii.exclamation {
      properties = unsafe NodeProperties(tag: string(event.tag), anchor: string(event.name))
      let limit: Int
      if unsafe event.kind.isCollection { limit = text.text.count } else { limit = end }
      start = NodeExtent.start(in: text.text, from: start, limit: limit)
    }
    switch unsafe event.kind {
    case .scalar(let style):
      leaveBrokenRoot()
      unsafe add(text.scalar(event.value, style, start..<max(start, end), properties))
    case .alias:
      leaveBrokenRoot()
      unsafe add(YAMLNode(.alias(string(event.name) ?? ""), range: start..<max(start, end)))
    default:
      // A pair within a flow sequence has an empty mark, or one on `?`.
      let isBracket =
        start + 1 == end && [Ascii.openBracket, Ascii.openBrace].contains(text.text[start])
      let hasBracket = unsafe event.isFlow && isBracket
      let isMapping: Bool
      if case .mappingStart = unsafe event.kind { isMapping = true } else { isMapping = false }
      if awaitsRoot, unsafe !event.isFlow, continuesRoot(start, isMapping) {
        awaitsRoot = false
        return .goOn
      }
      leaveBrokenRoot()
      guard frames.count < limits.maximumDepth else { return .tooDeep }
      unsafe frames.append(
        Frame(
          isMapping: isMapping, isFlow: event.isFlow, hasBracket: hasBracket, start: start,
          first: pending.count, properties: properties))
    }
    return .goOn
  }

  private func string(_ bytes: UnsafePointer<UInt8>?) -> String? {
    unsafe bytes.map { unsafe String(cString: $0) }
  }
}

// MARK: - Opening and closing

extension TreeBuilder {
  private mutating func add(_ node: consuming YAMLNode) {
    if frames.isEmpty { documents.append(node) } else { pending.append(node) }
  }

  /// A key at the end of a mapping's children from `first` on gets a value.
  private mutating func completeEntry(from first: Int) {
    guard (pending.count - first) % 2 == 1, let key = pending.range(at: pending.count - 1)
    else { return }
    pending.append(.missing(at: key.upperBound))
  }

  /// Closes the innermost collection; `end` lies behind its bracket, if it has one.
  private mutating func close(at end: Int?) {
    guard let frame = frames.popLast() else { return }
    let first = min(frame.first, pending.count)
    if frame.isMapping { completeEntry(from: first) }
    var lower = frame.start
    var upper = frame.start
    if let child = pending.range(at: first) { lower = min(lower, child.lowerBound) }
    if first < pending.count, let child = pending.range(at: pending.count - 1) {
      upper = max(upper, child.upperBound)
    }
    if frame.hasBracket, let end { upper = max(upper, end) }
    let content: YAMLNode.Content =
      frame.isMapping
      ? .mapping(pending.takeEntries(from: first)) : .sequence(pending.takeElements(from: first))
    add(YAMLNode(content, range: lower..<upper, properties: frame.properties))
  }

  /// Closes all that is open.
  mutating func finish() {
    awaitsRoot = false
    while !frames.isEmpty { close(at: nil) }
  }
}

// MARK: - Going on behind an error

extension TreeBuilder {
  /// Closes what the error left open, but not a root that the text behind it may continue.
  mutating func resume(at resumption: Resumption) {
    base = text.characters.character(at: resumption.offset, in: text.text)
    // What begins behind that point will be read again.
    drop(from: resumption.offset)
    while frames.count > 1 { close(at: nil) }
    awaitsRoot = !resumption.isDocument && hasBlockRoot
    if !awaitsRoot { finish() }
    if frames.first?.isMapping == true { completeEntry(from: 0) }
  }

  private mutating func drop(from offset: Int) {
    while let last = documents.last, last.range.upperBound > offset { documents.removeLast() }
    while let last = pending.range(at: pending.count - 1), last.upperBound > offset {
      pending.removeLast(1)
    }
    while let last = frames.last, last.start >= offset {
      pending.removeLast(pending.count - last.first)
      frames.removeLast()
    }
  }

  private var hasBlockRoot: Bool {
    frames.first.map { !$0.isFlow && isInFirstColumn($0.start) } ?? false
  }

  private func isInFirstColumn(_ start: Int) -> Bool {
    start <= text.start || text.text[start - 1] == Ascii.lineFeed
  }

  private func continuesRoot(_ start: Int, _ isMapping: Bool) -> Bool {
    isInFirstColumn(start) && frames.first?.isMapping == isMapping
  }

  private mutating func leaveBrokenRoot() {
    if awaitsRoot { finish() }
  }
}

extension ParserEvent.Kind {
  fileprivate var isCollection: Bool {
    switch self {
    case .sequenceStart, .mappingStart: true
    default: false
    }
  }
}
