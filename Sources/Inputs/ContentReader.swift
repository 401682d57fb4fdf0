internal import Archives
internal import Findings

/// Turns an archive, or a stream that may be one, into documents: members where it is an archive,
/// segments where it is large.
struct ContentReader: ~Copyable {
  private let origin: Origin
  private let limits: InputLimits
  private let sink: any InputSink
  private var member: Origin
  private var writer: SegmentWriter?

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

  private func place(of names: [[UInt8]]) -> Origin {
    Origin(
      source: origin.source, root: origin.root, path: origin.path,
      members: names.map { Path(bytes: $0) }, blob: origin.blob, isPast: origin.isPast)
  }
}

extension ContentReader: ArchiveSink {
  mutating func begin(_ member: ArchiveMember) -> MemberDecision {
    self.member = place(of: member.path)
    let sink = sink
    writer = SegmentWriter(origin: self.member, limits: limits) { sink.take($0) }
    return .read
  }

  mutating func append(_ chunk: Span<UInt8>) {
    writer?.append(chunk)
  }

  mutating func end(_ outcome: MemberOutcome) {
    writer?.finish()
    writer = nil
    var coverage = Coverage()
    coverage.bytes = outcome.bytes
    coverage.members = member.members.isEmpty ? 0 : 1
    sink.cover(coverage)
    if let fault = outcome.fault {
      sink.notify(fault.notification(at: member, bytes: outcome.bytes))
    }
  }

  mutating func report(_ problem: ArchiveProblem) {
    sink.notify(problem.fault.notification(at: place(of: problem.path), bytes: nil))
  }
}
