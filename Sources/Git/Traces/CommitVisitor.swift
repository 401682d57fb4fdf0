internal import Findings

/// Gathers the commits that a walk shows, on one thread.
public struct CommitVisitor: PackVisitor, Sendable {
  /// Commits leave nothing to the deltas on them.
  public struct Legacy: Sendable {}

  private(set) var nodes: [CommitGraph.Node] = []

  /// A visitor that has seen nothing.
  public init() {}

  /// Reads a commit; one that cannot be read is left out.
  public mutating func visit(_ object: PackedObject, legacy: Legacy?) -> Legacy {
    if let commit = CommitObject(object.bytes) {
      nodes.append(CommitGraph.Node(id: object.id, commit))
    }
    return Legacy()
  }
}
