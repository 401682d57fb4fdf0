internal import Findings
internal import Git

/// Hands the blobs of a walk to a sink.
struct BlobVisitor: PackVisitor {
  private let unit: ObjectUnit
  private let limits: InputLimits
  private let sink: any InputSink

  init(_ unit: ObjectUnit, limits: InputLimits, sink: any InputSink) {
    self.unit = unit
    self.limits = limits
    self.sink = sink
  }

  mutating func visit(_ object: PackedObject, legacy: Void?) {
    InputUnit.Content(bytes: object.bytes, origin: unit.origin(object.id))
      .open(limits: limits, into: sink)
  }
}
