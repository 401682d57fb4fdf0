import CLibYAML

/// The door to libyaml: `yaml_parser_t` over a stretch of memory that outlives it.
@safe struct EventParser: ~Copyable {
  /// Why the parser stopped.
  struct Failure {
    /// Character of the run, as all places here.
    var character: Int
    /// Where the construct begins that was being read.
    var contextCharacter: Int?
    /// Whether that is a quoted scalar or a flow collection: such a one, left open, swallows the
    /// good lines behind it.
    var isLeftOpen: Bool
    var isMemory: Bool
    var message: String
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let feed: UnsafeMutablePointer<ParserFeed>

  /// Starts a run over UTF-8 text, `yaml_parser_initialize`.
  ///
  /// - Returns: `nil` if there is no memory.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    let feed = UnsafeMutablePointer<ParserFeed>.allocate(capacity: 1)
    unsafe feed.initialize(to: ParserFeed(text))
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input(
      parser,
      { data, buffer, size, sizeRead in
        guard let data = unsafe data, let buffer = unsafe buffer, let sizeRead = unsafe sizeRead
        else { return 0 }
        let feed = unsafe data.assumingMemoryBound(to: ParserFeed.self)
        unsafe sizeRead.pointee = unsafe feed.pointee.read(into: buffer, size)
        return 1
      }, feed)
    unsafe self.parser = parser
    unsafe self.feed = feed
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe feed.deallocate()
  }

  /// Hands over the next event, `yaml_parser_parse`.
  ///
  /// - Returns: what `body` returned, or `nil` if there is an error instead of an event.
  func next<Result>(_ body: (ParserEvent) -> Result) -> Result? {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { return nil }
    defer { unsafe yaml_event_delete(&raw) }
    return unsafe body(ParserEvent(raw))
  }

  /// Why there was no event.
  var failure: Failure {
    let state = unsafe parser.pointee
    let context = unsafe state.context.map { unsafe String(cString: $0) } ?? ""
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? "unknown error"
    let isOpen = context.hasSuffix("a quoted scalar") || context.hasPrefix("while parsing a flow ")
    return Failure(
      character: unsafe state.problem_mark.index,
      contextCharacter: context.isEmpty ? nil : unsafe state.context_mark.index,
      isLeftOpen: isOpen,
      isMemory: unsafe state.error == YAML_MEMORY_ERROR,
      message: context.isEmpty ? problem : "\(context): \(problem)")
  }
}

/// What is left to feed. Small bites first: the parser decodes a bite as a whole, which a run that
/// ends after one line must not pay for.
@unsafe struct ParserFeed {
  private let text: UnsafeBufferPointer<UInt8>
  private var fed = 0
  private var bite = 512

  init(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe self.text = text
  }

  mutating func read(into buffer: UnsafeMutablePointer<UInt8>, _ size: Int) -> Int {
    let length = unsafe min(size, bite, text.count - fed)
    guard length > 0, let base = unsafe text.baseAddress else { return 0 }
    unsafe buffer.update(from: base + fed, count: length)
    unsafe fed += length
    unsafe bite = min(bite * 2, 1 << 14)
    return length
  }
}

extension ParserEvent {
  fileprivate init(_ raw: yaml_event_t) {
    unsafe start = raw.start_mark.index
    unsafe end = raw.end_mark.index
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      unsafe kind = unsafe .scalar(YAMLScalar.Style(scalar.style))
      unsafe name = unsafe UnsafePointer(scalar.anchor)
      unsafe tag = unsafe UnsafePointer(scalar.tag)
      unsafe value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe raw.data.sequence_start
      unsafe kind = .sequenceStart
      unsafe isFlow = unsafe sequence.style == YAML_FLOW_SEQUENCE_STYLE
      unsafe name = unsafe UnsafePointer(sequence.anchor)
      unsafe tag = unsafe UnsafePointer(sequence.tag)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe raw.data.mapping_start
      unsafe kind = .mappingStart
      unsafe isFlow = unsafe mapping.style == YAML_FLOW_MAPPING_STYLE
      unsafe name = unsafe UnsafePointer(mapping.anchor)
      unsafe tag = unsafe UnsafePointer(mapping.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      unsafe kind = .collectionEnd
    case YAML_ALIAS_EVENT:
      unsafe kind = .alias
      unsafe name = unsafe UnsafePointer(raw.data.alias.anchor)
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT:
      unsafe kind = .streamEnd
    default:
      unsafe kind = .other
    }
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
