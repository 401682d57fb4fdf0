internal import Archives
internal import Findings
internal import Git

/// Hands the blobs of a walk to a sink.
struct BlobVisitor: PackVisitor {
  /// What the sink made of a blob; none of one that was handed over in another form than its bytes.
  struct Legacy: Sendable {
    var value: (any Sendable)?
  }

  private let unit: ObjectUnit
  private let limits: InputLimits
  private let sink: any InputSink

  init(_ unit: ObjectUnit, limits: InputLimits, sink: any InputSink) {
    self.unit = unit
    self.limits = limits
    self.sink = sink
  }

  mutating func visit(_ object: PackedObject, legacy: Legacy?) -> Legacy {
    let origin = unit.origin(object.id)
    guard object.bytes.count < limits.segmentBytes, UTF16Transcoding.order(object.bytes) == nil,
      ArchiveKind.recognise(object.bytes.span) == nil
    else {
      InputUnit.Content(bytes: object.bytes, origin: origin).open(limits: limits, into: sink)
      return Legacy()
    }
    var coverage = Coverage()
    coverage.blobs = 1
    coverage.bytes = object.bytes.count
    sink.cover(coverage)
    let document = Document(bytes: object.bytes, origin: origin)
    sink.tellPointer(document)
    return Legacy(
      value: sink.version(document, delta: object.delta, legacy: legacy?.value))
  }
}
