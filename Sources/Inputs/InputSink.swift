public import Findings
public import Git

/// Takes what an input holds.
public protocol InputSink: AnyObject {
  /// A document, or a segment of one. Segments of one input may arrive at different sinks.
  func document(_ document: Document)
  /// A blob of a history, which may have been made of another one.
  ///
  /// - Parameters:
  ///   - delta: how its bytes come from those of its base, which came before, to the same sink.
  ///   - legacy: what this method returned for the base.
  /// - Returns: what blobs that were made of this one are given.
  func version(_ document: Document, delta: PackedObject.Delta?, legacy: (any Sendable)?)
    -> (any Sendable)?
  /// Something that a reader of the report must know.
  func notify(_ notification: Notification)
  /// Something was covered.
  func cover(_ coverage: Coverage)
}

extension InputSink {
  /// A blob is a document like any other, for a sink that does not ask how it was made.
  public func version(_ document: Document, delta: PackedObject.Delta?, legacy: (any Sendable)?)
    -> (any Sendable)?
  {
    self.document(document)
    return nil
  }

  /// Takes a document, and says so if it only stands for the content.
  func take(_ document: Document) {
    tellPointer(document)
    self.document(document)
  }

  /// Says so if a document only stands for the content.
  func tellPointer(_ document: Document) {
    if LFSPointer.isPointer(document.bytes) {
      notify(
        Notification(
          severity: .note, code: .lfsPointer,
          message: "is a Git LFS pointer; the content it stands for was not scanned",
          origin: document.origin))
    }
  }
}
