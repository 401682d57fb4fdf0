/// Turns a file into a stream of members, archives inside archives included, in memory only.
///
/// Nothing is extracted, no size is believed, and memory does not grow with the input: a member
/// is passed on piece by piece. A file that is no archive is delivered as it is, under an empty
/// path and without limits.
///
/// Directories, links and devices have no content and are passed over, and so are the
/// `__MACOSX/…/._x` and `.DS_Store` files that macOS adds when it packs a folder again.
public struct ArchiveWalker: Sendable {
  /// How much a walk may read, and how deep it goes.
  public var limits: ArchiveLimits

  /// A walker; one may walk many files, one after another.
  public init(limits: ArchiveLimits = ArchiveLimits()) {
    self.limits = limits
  }

  /// Walks one top-level file.
  ///
  /// A fault never throws: it ends a member (`end`) or is reported for an archive (`report`),
  /// and the walk goes on where it can. Only the limits on ratio, total and entries end the walk;
  /// they are reported once for the top-level file besides.
  ///
  /// - Complexity: linear in the bytes read and delivered, at each depth.
  public func walk<Sink: ArchiveSink & ~Copyable>(
    _ source: ArchiveSource, into sink: inout Sink
  ) {
    switch source {
    case .file(let descriptor):
      walk(DescriptorSource(descriptor), into: &sink)
    case .chunks(let next):
      walk(ChunkSource(next), into: &sink)
    case .bytes(let bytes):
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe walk(MemorySource(buffer), into: &sink)
      }
    }
  }

  private func walk<Sink: ArchiveSink & ~Copyable>(
    _ source: any ByteSource, into sink: inout Sink
  ) {
    let budget = WalkBudget(limits, inputSize: source.size)
    let walk = Walk(budget)
    walk.visit(WalkItem(ByteStream(source, depth: 0, budget: budget)), into: &sink)
    if let limit = budget.met {
      sink.report(ArchiveProblem(path: [], fault: .limited(limit)))
    }
  }
}
