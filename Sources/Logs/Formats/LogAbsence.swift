public import Findings

/// That a document is no log, and what this hangs on: a version of it that differs elsewhere is none
/// either, and need not be looked at.
public struct LogAbsence: Sendable {
  /// How many bytes of the document's beginning must be the same, or all of a document that is not
  /// longer.
  public let decisive: Int
  private let path: Path
  /// Whether nothing behind the beginning could make a log of it but an escape sequence.
  private let isPlain: Bool

  /// - Parameters:
  ///   - bytes: a document of which ``LogFormat/recognise(_:path:)`` said that it is no log.
  ///   - path: the same path.
  public init(of bytes: [UInt8], path: Path) {
    self.path = path
    // A NUL in the lines behind keeps a document from being a log.
    let sample = 0..<min(bytes.count, LogSample.length)
    decisive =
      bytes.offset(of: 0, in: sample) < sample.upperBound
      ? LogSample.length : LogSample.decisive(bytes)
    // Messages that are packed in JSON may show what they are only later.
    isPlain =
      !LogSample.beginsAsJSON(bytes)
      && bytes.offset(of: Byte.escape, in: 0..<bytes.count) == bytes.count
  }

  /// Whether a version of the document, whose ``decisive`` first bytes are the same or which is no
  /// longer than these and the same as a whole, is no log either.
  ///
  /// - Parameter changed: the ranges of `bytes` that do not stand in the document.
  public func holds(in bytes: [UInt8], path: Path, changed: [Range<Int>]) -> Bool {
    isPlain && (path == self.path || !LogFormat.isName(ofLog: path))
      && changed.allSatisfy { bytes.offset(of: Byte.escape, in: $0) == $0.upperBound }
  }
}
