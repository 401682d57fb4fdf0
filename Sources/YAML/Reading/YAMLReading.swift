/// What a reader made of its input: all structure that could be had, and what stood in the way.
public struct YAMLReading: Sendable {
  /// The root nodes in the order of the input. Where a document is broken, what follows the damage
  /// joins the same root if both are block collections of one kind in column 1, and is a root of
  /// its own if not.
  public let documents: [YAMLNode]
  /// In the order they were met. Empty means that the input is well-formed.
  public let problems: [YAMLProblem]
}
