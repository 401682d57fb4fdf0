internal import Archives
public import Findings
internal import Glibc

/// A file that is waiting to be opened.
public struct FileUnit: Sendable {
  /// Where it stands for the process, without links.
  let location: Path
  /// What it is called in the report.
  public let origin: Origin
  /// Whether the user named it. What was only met may be gone by now without that being worth a
  /// word: git tracks files that were deleted.
  let isNamed: Bool

  /// Opens the file and hands out its documents; what keeps it from being read is a notification.
  func open(limits: InputLimits, into sink: any InputSink) {
    var coverage = Coverage()
    do throws(FileDescriptor.Refusal) {
      let file = try FileDescriptor(opening: location)
      coverage.files = 1
      // One byte more than there is: one call reads a file that did not grow, and sees its end.
      let room = max(min(file.size + 1, Self.most), ArchiveKind.prefixLength)
      let head = try file.readHead(room)
      let start = head.span.extracting(first: ArchiveKind.prefixLength)
      if ArchiveKind.recognise(start) != nil {
        coverage.archives = 1
        ContentReader.read(
          .file(descriptor: file.number), origin: origin, limits: limits, into: sink)
      } else {
        try readPlain(
          file, head, isWhole: head.count < room, limits: limits, into: sink, &coverage)
      }
    } catch {
      if isNamed || !error.isAbsence {
        sink.notify(error.notification(at: origin, isIncomplete: isNamed))
      }
    }
    sink.cover(coverage)
  }

  /// How much is read at once at most.
  private static let most = 1 << 20

  /// Reads a file that is no archive. The holes of a large sparse file are jumped over: 20 GB of
  /// nothing cost nothing.
  private func readPlain(
    _ file: borrowing FileDescriptor, _ head: [UInt8], isWhole: Bool, limits: InputLimits,
    into sink: any InputSink, _ coverage: inout Coverage
  ) throws(FileDescriptor.Refusal) {
    var writer = SegmentWriter(origin: origin, limits: limits) { sink.take($0) }
    if !isWhole { writer.reserve(file.size + 1) }
    // What was read before a failure is scanned, too.
    defer {
      writer.finish()
      coverage.bytes += writer.total
    }
    writer.append(whole: head)
    if isWhole { return }
    let mayHaveHoles = file.isSparse && file.size > limits.segmentBytes
    while true {
      if mayHaveHoles { writer.skip(to: file.seekData(from: writer.end)) }
      let left = file.size - writer.end
      let room = left >= 0 ? min(left + 1, Self.most) : 64 << 10
      guard try writer.append(upTo: room, from: file) > 0 else { return }
    }
  }
}

extension FileDescriptor.Refusal {
  /// Whether there is no such file.
  var isAbsence: Bool {
    switch self {
    case .failed(ENOENT), .failed(ENOTDIR), .failed(EISDIR): true
    default: false
    }
  }

  /// What a reader of the report is told.
  ///
  /// - Parameter isIncomplete: whether to leave out what is no file is to leave out too much.
  func notification(at origin: Origin, isIncomplete: Bool = false) -> Notification {
    switch self {
    case .symbolicLink:
      Notification(
        severity: .note, code: .symbolicLink, message: "is a symbolic link and was not followed",
        origin: origin, isIncomplete: isIncomplete)
    case .special:
      Notification(
        severity: .note, code: .specialFile, message: "is no regular file and was not opened",
        origin: origin, isIncomplete: isIncomplete)
    case .failed(let code):
      Notification(
        severity: .warning, code: .unreadable,
        message: "could not be read (\(message(ofErrno: code)))", origin: origin,
        isIncomplete: true)
    }
  }
}
