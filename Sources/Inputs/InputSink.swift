public import Findings

/// Takes what an input holds.
public protocol InputSink: AnyObject {
  /// A document, or a segment of one. Segments of one input may arrive at different sinks.
  func document(_ document: Document)
  /// Something that a reader of the report must know.
  func notify(_ notification: Notification)
  /// Something was covered.
  func cover(_ coverage: Coverage)
}

extension InputSink {
  /// Takes a document, and says so if it only stands for the content.
  func take(_ document: Document) {
    if LFSPointer.isPointer(document.bytes) {
      notify(
        Notification(
          severity: .note, code: .lfsPointer,
          message: "is a Git LFS pointer; the content it stands for was not scanned",
          origin: document.origin))
    }
    self.document(document)
  }
}
