internal import Findings
internal import Git

/// A part of the blobs of a history, which whoever opens it reads.
public struct ObjectUnit: Sendable {
  let walk: ObjectWalk
  let piece: ObjectWalk.Piece
  /// The root that is the repository.
  let root: Int
  /// Whether the hash of each blob is held against its name.
  let verifies: Bool
  /// Where a blob is said to stand.
  let origin: @Sendable (ObjectID) -> Origin
}
