internal import Aging
internal import Findings
internal import Git

/// Where values are looked for: blobs of packs, or blobs that git has read.
enum SearchWork: Sendable {
  case piece(ObjectWalk.Piece)
  case blobs([Histories.Blob])

  /// How many bytes it holds in memory while it waits.
  var heldBytes: Int {
    switch self {
    case .piece: 0
    case .blobs(let blobs): blobs.reduce(0) { $0 + $1.bytes.count }
    }
  }
}

/// Looks for values, on one thread.
final class SearchWorker {
  private var walker = ObjectWalker()
  private var visitor: ValueVisitor
  /// The blobs of packs that only git can read.
  private(set) var unread: [ObjectID] = []
  /// What no walk reads.
  private(set) var abandoned: [RepositoryProblem] = []

  init(_ search: ValueSearch) { visitor = ValueVisitor(search) }

  func search(_ work: SearchWork, of walk: ObjectWalk) {
    switch work {
    case .piece(let piece):
      walker.visit(piece, of: walk, &visitor)
      unread += walker.takeUnread()
      if let left = walker.takeAbandoned() {
        abandoned.append(.expandingObjects(left.first, left.count))
      }
    case .blobs(let blobs):
      for blob in blobs {
        _ = visitor.visit(
          PackedObject(id: blob.id, kind: .blob, bytes: blob.bytes), legacy: nil)
      }
    }
  }

  /// Adds what was found.
  func add(to holders: inout [Set<ObjectID>]) {
    for (value, blob) in visitor.found { holders[value].insert(blob) }
  }
}
