internal import Archives
internal import Findings

/// Turns the content of one file, blob or stream into documents: members where it is an archive,
/// segments where it is large.
struct ContentReader: ~Copyable {
  private let origin: Origin
  private let limits: InputLimits
  private let sink: any InputSink
  private var writer: SegmentWriter?
  private var member: Origin

  private init(origin: Origin, limits: InputLimits, sink: any InputSink) {
    self.origin = origin
    self.limits = limits
    self.sink = sink
    member = origin
  }

  /// Reads a source as what its first bytes say it is.
  static func read(
    _ source: ArchiveSource, origin: Origin, limits: InputLimits, into sink: any InputSink
  ) {
    var reader = ContentReader(origin: origin, limits: limits, sink: sink)
    ArchiveWalker(limits: limits.archives).walk(source, into: &reader)
  }
}

extension ContentReader: ArchiveSink {
  mutating func begin(_ member: ArchiveMember) -> MemberDecision {
    let names = member.path.map { Path(bytes: $0) }
    self.member = Origin(
      source: origin.source, root: origin.root, path: origin.path, members: names,
      blob: origin.blob)
    writer = SegmentWriter(origin: self.member, limits: limits)
    return .read
  }

  mutating func append(_ chunk: Span<UInt8>) {
    writer?.append(chunk) { sink.document($0) }
  }

  mutating func end(_ outcome: MemberOutcome) {
    writer?.finish { sink.document($0) }
    writer = nil
    var coverage = Coverage()
    coverage.bytes = outcome.bytes
    if !member.members.isEmpty { coverage.members = 1 }
    sink.cover(coverage)
    if let fault = outcome.fault {
      sink.notify(fault.notification(at: member, bytes: outcome.bytes))
    }
  }

  mutating func report(_ problem: ArchiveProblem) {
    let place = Origin(
      source: origin.source, root: origin.root, path: origin.path,
      members: problem.path.map { Path(bytes: $0) }, blob: origin.blob)
    sink.notify(problem.fault.notification(at: place, bytes: nil))
  }
}
