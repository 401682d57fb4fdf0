public import Findings
public import Logs

/// What a worker looks at: a document's text, and what was understood of it.
public struct Subject: Sendable {
  /// The document. Its origin decides about allowlists and about the kind of file.
  public let document: Document
  /// The bytes to match, and the way back to the document's.
  public let text: Text
  /// Named values that a parser of pipelines or logs read, with ranges in the text.
  public let assignments: [Assignment]
  /// What checks of a pipeline saw, with ranges in the text.
  public let weaknesses: [Weakness]
  /// The printed environments of a log.
  public let blocks: [EnvironmentBlock]
  /// Whether the document is a log of a CI system.
  public let isLog: Bool
  /// Whether the document describes values by examples.
  public let isDescription: Bool
  /// The place in words of an offset in the text.
  public let place: @Sendable (Int) -> Place

  /// A subject.
  public init(
    document: Document, text: Text, assignments: [Assignment] = [],
    weaknesses: [Weakness] = [], blocks: [EnvironmentBlock] = [], isLog: Bool = false,
    isDescription: Bool = false,
    place: @escaping @Sendable (Int) -> Place = { _ in Place() }
  ) {
    self.document = document
    self.text = text
    self.assignments = assignments
    self.weaknesses = weaknesses
    self.blocks = blocks
    self.isLog = isLog
    self.isDescription = isDescription
    self.place = place
  }
}
