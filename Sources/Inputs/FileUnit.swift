internal import Archives
public import Findings
internal import Glibc

/// A file that is waiting to be opened.
public struct FileUnit: Sendable {
  /// Where it stands for the process.
  let location: Path
  /// What it is called in the report.
  public let origin: Origin
  /// Whether a symbolic link is followed: only for paths that the user named.
  let followsLink: Bool
  /// Whether the file may have gone without that being worth a word: git tracks files that were
  /// deleted.
  var mayBeGone = false

  /// Opens the file and hands out its documents; what keeps it from being read is a notification.
  public func open(limits: InputLimits, into sink: any InputSink) {
    do throws(FileDescriptor.Refusal) {
      let file = try FileDescriptor(opening: location, followsLink: followsLink)
      var coverage = Coverage()
      coverage.files = 1
      if try file.isArchive() {
        coverage.archives = 1
        ContentReader.read(
          .file(descriptor: file.number), origin: origin, limits: limits, into: sink)
      } else {
        coverage.bytes = try readPlain(file, limits: limits, into: sink)
      }
      sink.cover(coverage)
    } catch {
      if mayBeGone, error == .failed(errno: ENOENT) { return }
      sink.notify(error.notification(at: origin))
    }
  }

  /// Reads a file that is no archive and tells its bytes. The holes of a large sparse file are
  /// jumped over: 20 GB of nothing cost nothing.
  private func readPlain(
    _ file: borrowing FileDescriptor, limits: InputLimits, into sink: any InputSink
  ) throws(FileDescriptor.Refusal) -> Int {
    var writer = SegmentWriter(origin: origin, limits: limits, sizeHint: file.size + 1)
    let mayHaveHoles = file.isSparse && file.size > limits.segmentBytes
    var holes = 0
    while true {
      if mayHaveHoles {
        let hole = file.seekData(from: writer.total) - writer.total
        if hole > 0 {
          writer.skip(hole) { sink.document($0) }
          holes += hole
        }
      }
      // One byte more than the size: the read that finds the end needs no second call.
      let room = min(max(file.size + 1 - writer.total, 64 << 10), 1 << 20)
      guard try writer.append(upTo: room, from: file, emit: { sink.document($0) }) > 0 else {
        break
      }
    }
    writer.finish { sink.document($0) }
    return writer.total - holes
  }
}

extension FileDescriptor.Refusal {
  /// What a reader of the report is told.
  func notification(at origin: Origin) -> Notification {
    switch self {
    case .symbolicLink:
      Notification(
        severity: .note, code: .symbolicLink, message: "is a symbolic link and was not followed",
        origin: origin)
    case .special:
      Notification(
        severity: .note, code: .specialFile, message: "is no regular file and was not opened",
        origin: origin)
    case .directory:
      Notification(
        severity: .note, code: .specialFile, message: "became a directory while it was scanned",
        origin: origin)
    case .failed(let code):
      Notification(
        severity: .warning, code: .unreadable,
        message: "could not be read (\(message(ofErrno: code)))", origin: origin,
        isIncomplete: true)
    }
  }
}
