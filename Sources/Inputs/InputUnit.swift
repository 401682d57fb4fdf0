internal import Archives
public import Findings

/// A piece of work: something that any worker can open and read.
public enum InputUnit: Sendable {
  /// A file that is waiting to be opened.
  case file(FileUnit)
  /// Blobs and other contents that have been read already.
  case contents([Content])
  /// A segment of something too large to be held whole.
  case document(Document)

  /// Standard input: a stream of any length; an archive is read as one.
  case standardInput(Origin)

  /// The bytes of a blob or of standard input, and where they come from.
  public struct Content: Sendable {
    let bytes: [UInt8]
    let origin: Origin
  }

  /// Hands out the documents of the unit.
  public func open(limits: InputLimits, into sink: any InputSink) {
    switch self {
    case .file(let file): file.open(limits: limits, into: sink)
    case .contents(let contents):
      for content in contents { content.open(limits: limits, into: sink) }
    case .standardInput(let origin):
      var coverage = Coverage()
      coverage.files = 1
      sink.cover(coverage)
      ContentReader.read(.file(descriptor: 0), origin: origin, limits: limits, into: sink)
    case .document(let document):
      var coverage = Coverage()
      coverage.bytes = document.owned.count
      sink.cover(coverage)
      sink.document(document)
    }
  }
}

extension InputUnit.Content {
  func open(limits: InputLimits, into sink: any InputSink) {
    var coverage = Coverage()
    if origin.source == .history { coverage.blobs = 1 } else { coverage.files = 1 }
    if LFSPointer.isPointer(bytes) {
      sink.notify(
        Notification(
          severity: .note, code: .lfsPointer,
          message: "is a Git LFS pointer; the content it stands for was not scanned",
          origin: origin))
    }
    let isArchive = ArchiveKind.recognise(bytes.span) != nil
    if isArchive {
      coverage.archives = 1
      ContentReader.read(.bytes(bytes), origin: origin, limits: limits, into: sink)
    } else {
      coverage.bytes = bytes.count
      var writer = SegmentWriter(origin: origin, limits: limits)
      writer.append(whole: bytes) { sink.document($0) }
      writer.finish { sink.document($0) }
    }
    sink.cover(coverage)
  }
}
