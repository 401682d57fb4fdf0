internal import Archives
public import Findings

extension InputPlan {
  /// The files that stand beside some members of an archive that was scanned, or in a folder beside
  /// them, by the members that lead to them: they say more about a log.
  ///
  /// The archive is read once more. What is encrypted, damaged or too long is left out, and no one is
  /// told: it is not asked for.
  ///
  /// - Parameters:
  ///   - logs: the members that lead to each log; the last one is its path.
  ///   - archive: where the archive stands.
  ///   - limit: how many bytes of one file are kept; of all files four times as many.
  public func companions(
    of logs: Set<[Path]>, in archive: Origin, limit: Int
  ) -> [[Path]: [UInt8]] {
    let origin = Origin(source: archive.source, root: archive.root, path: archive.path)
    guard let path = location(of: origin), let file = try? FileDescriptor(opening: path) else {
      return [:]
    }
    var collector = MemberCollector(logs: logs, limit: limit, room: 4 * limit)
    ArchiveWalker(limits: request.limits.archives)
      .walk(.file(descriptor: file.number), into: &collector)
    return collector.files
  }
}

/// Keeps the files beside some members.
private struct MemberCollector: ArchiveSink {
  private let logs: Set<[Path]>
  private let folders: Set<[Path]>
  private let limit: Int
  private var room: Int
  private(set) var files: [[Path]: [UInt8]] = [:]
  private var path: [Path] = []
  private var bytes: [UInt8] = []

  init(logs: Set<[Path]>, limit: Int, room: Int) {
    self.logs = logs
    folders = Set(logs.map { $0.dropLast() + [$0.last?.parent ?? Path("")] })
    self.limit = limit
    self.room = room
  }

  mutating func begin(_ member: ArchiveMember) -> MemberDecision {
    path = member.path.map { Path(bytes: $0) }
    guard !member.isEncrypted, !logs.contains(path), let last = path.last else { return .skip }
    // The folder, or one that is in it.
    var folder = last.parent
    for _ in 0..<2 {
      if folders.contains(path.dropLast() + [folder]) {
        bytes = []
        return .read
      }
      folder = folder.parent
    }
    return .skip
  }

  mutating func append(_ chunk: Span<UInt8>) {
    // One byte too many tells that it is too long.
    let most = min(limit, room) + 1 - bytes.count
    for index in 0..<min(chunk.count, most) { bytes.append(chunk[index]) }
  }

  mutating func end(_ outcome: MemberOutcome) {
    guard outcome.fault == nil, bytes.count <= min(limit, room) else { return }
    room -= bytes.count
    files[path] = bytes
  }

  mutating func report(_ problem: ArchiveProblem) {}
}
