internal import Detection
public import Findings
public import Inputs
public import Rules

/// Writes logs with their secrets replaced: for sharing and archiving.
///
/// A stream goes through in pieces, each scanned with what stands around it, so that memory does not
/// grow and a secret at the edge of two pieces is replaced as a whole.
public final class LogMask {
  /// What was done.
  public struct Summary: Sendable {
    /// Places where something was replaced.
    public var replaced = 0
    /// Bytes that were read.
    public var bytes = 0
    /// What could not be read.
    public var notifications: [Notification] = []
  }

  private var worker: DetectionWorker
  private var reader = SubjectReader(isOrdered: true)
  private var known = KnownValues()
  private let redaction: Redaction
  private let write: ([UInt8]) -> Void
  /// Bytes of the next segment that belong to a secret that was replaced already.
  private var carried = 0
  private var summary = Summary()

  /// How much of a log is held at once.
  private static let segmentBytes = 2 << 20

  /// A mask.
  ///
  /// - Parameters:
  ///   - key: the private key of the redactions' hashes.
  ///   - write: takes the masked bytes, in order.
  public init(
    rules: RuleList, key: [UInt8], asOf: Timestamp, write: @escaping ([UInt8]) -> Void
  ) {
    // A comment in a log is nobody's permission.
    let options = DetectionOptions(allowances: [], ignoresInlineAllow: true, asOf: asOf)
    worker = DetectionWorker(DetectionEngine(rules: rules, options: options))
    redaction = Redaction(key: key)
    self.write = write
  }

  /// Reads standard input to its end. A compressed stream is unpacked, UTF-16 becomes UTF-8.
  public func run() -> Summary {
    var limits = InputLimits()
    limits.segmentBytes = Self.segmentBytes
    InputUnit.standardInput(Self.origin).open(limits: limits, into: self)
    return summary
  }

  /// Reads a log that is held, with limits of its own.
  func mask(_ bytes: [UInt8], limits: InputLimits) {
    InputUnit.contents([InputUnit.Content(bytes: bytes, origin: Self.origin)])
      .open(limits: limits, into: self)
  }

  /// The name makes a log of what nothing else tells to be one.
  private static let origin = Origin(source: .standardInput, path: Path("stdin.log"))
}

extension LogMask: InputSink {
  public func document(_ document: Document) {
    if document.start == .zero { carried = 0 }
    let subject = reader.read(document) { _ in }
    var pieces = replacements(in: subject)
    for sighting in known.sightings(in: subject.text.bytes) {
      pieces += replacement(of: sighting.range, by: sighting.shown, in: subject)
    }
    emit(document, pieces)
  }

  public func notify(_ notification: Notification) {
    summary.notifications.append(notification)
  }

  public func cover(_ coverage: Coverage) { summary.bytes += coverage.bytes }
}

extension LogMask {
  /// Bytes of a document, and what stands there instead.
  private struct Replacement {
    let range: Range<Int>
    let shown: [UInt8]
  }

  private func replacements(in subject: Subject) -> [Replacement] {
    var pieces: [Replacement] = []
    for candidate in worker.detect(subject).confirmed {
      candidate.secret.reveal { value in
        let shown = redaction.text(of: value, ruleID: candidate.rule.id)
        known.insert(value, shown: shown)
        pieces += replacement(of: candidate.range, by: shown, in: subject)
      }
    }
    return pieces
  }

  /// A secret may be cut by colours and by the frames of records: those stay, the redaction stands at
  /// its first piece.
  private func replacement(of range: Range<Int>, by shown: [UInt8], in subject: Subject)
    -> [Replacement]
  {
    subject.text.map.pieces(range).enumerated().map { index, piece in
      Replacement(range: piece, shown: index == 0 ? shown : [])
    }
  }

  /// Writes the part of a document that it answers for.
  private func emit(_ document: Document, _ pieces: [Replacement]) {
    let sorted = pieces.sorted {
      $0.range.lowerBound != $1.range.lowerBound
        ? $0.range.lowerBound < $1.range.lowerBound : $0.range.upperBound > $1.range.upperBound
    }
    let owned = document.owned
    var output: [UInt8] = []
    output.reserveCapacity(owned.count)
    var at = min(owned.lowerBound + carried, owned.upperBound)
    carried -= at - owned.lowerBound
    for piece in sorted where piece.range.upperBound > at {
      guard piece.range.lowerBound < owned.upperBound else { break }
      // What began before this place was replaced there.
      if piece.range.lowerBound >= at {
        output += document.bytes[at..<piece.range.lowerBound]
        output += piece.shown
        if !piece.shown.isEmpty { summary.replaced += 1 }
      }
      at = min(piece.range.upperBound, owned.upperBound)
      carried = max(carried, piece.range.upperBound - owned.upperBound)
    }
    output += document.bytes[at..<owned.upperBound]
    write(output)
  }
}
