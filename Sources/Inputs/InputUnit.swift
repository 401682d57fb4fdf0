internal import Archives
public import Findings

/// A piece of work: something that any worker can open and read.
public enum InputUnit: Sendable {
  /// A file that is waiting to be opened.
  case file(FileUnit)
  /// Blobs that have been read already.
  case contents([Content])
  /// A part of the blobs of a history.
  case objects(ObjectUnit)
  /// A segment of a blob too large to be held whole.
  case segment(Document)
  /// Standard input: a stream of any length; an archive is read as one.
  case standardInput(Origin)

  /// The bytes of a blob, and where they come from.
  public struct Content: Sendable {
    let bytes: [UInt8]
    let origin: Origin

    /// A content that is held already.
    public init(bytes: [UInt8], origin: Origin) {
      self.bytes = bytes
      self.origin = origin
    }
  }

  /// How many bytes the unit holds in memory while it waits.
  public var heldBytes: Int {
    switch self {
    case .file, .objects, .standardInput: 0
    case .contents(let contents): contents.reduce(0) { $0 + $1.bytes.count }
    case .segment(let document): document.bytes.count
    }
  }

  /// Hands out the documents of the unit.
  ///
  /// - Parameter objects: what the calling thread keeps from one part of a history to the next.
  public func open(
    limits: InputLimits, objects: ObjectUnitReader = ObjectUnitReader(), into sink: any InputSink
  ) {
    switch self {
    case .file(let file): file.open(limits: limits, into: sink)
    case .contents(let contents):
      for content in contents { content.open(limits: limits, into: sink) }
    case .objects(let unit): objects.read(unit, limits: limits, into: sink)
    case .segment(let document):
      var coverage = document.start == .zero ? Coverage(ofBlobAt: document.origin) : Coverage()
      coverage.bytes = document.owned.count
      sink.cover(coverage)
      sink.take(document)
    case .standardInput(let origin):
      Self.readStream(0, origin: origin, limits: limits, into: sink)
    }
  }

  /// Reads a stream from where it stands to its end.
  static func readStream(
    _ descriptor: CInt, origin: Origin, limits: InputLimits, into sink: any InputSink
  ) {
    var coverage = Coverage()
    coverage.files = 1
    sink.cover(coverage)
    ContentReader.read(
      .file(descriptor: descriptor), origin: origin, limits: limits, into: sink)
  }
}

extension InputUnit.Content {
  func open(limits: InputLimits, into sink: any InputSink) {
    var coverage = Coverage(ofBlobAt: origin)
    if ArchiveKind.recognise(bytes.span) != nil {
      coverage.archives = 1
      ContentReader.read(.bytes(bytes), origin: origin, limits: limits, into: sink)
    } else {
      coverage.bytes = bytes.count
      var writer = SegmentWriter(origin: origin, limits: limits) { sink.take($0) }
      writer.append(whole: bytes)
      writer.finish()
    }
    sink.cover(coverage)
  }
}

extension Coverage {
  fileprivate init(ofBlobAt origin: Origin) {
    self.init()
    if origin.source == .history { blobs = 1 } else { files = 1 }
  }
}
