public import Findings

/// Takes what an input holds.
public protocol InputSink: AnyObject {
  /// A document, or a segment of one. Segments of one input arrive in order.
  func document(_ document: Document)
  /// Something that a reader of the report must know.
  func notify(_ notification: Notification)
  /// Something was covered.
  func cover(_ coverage: Coverage)
}
