internal import Findings

/// Where a ref leads.
enum Peeled {
  /// To a commit, by its place in the graph.
  case commit(Int)
  /// To a tree or a blob.
  case other
  /// To nothing that can be read.
  case broken
}

extension ObjectReader where Self: ~Copyable {
  /// Follows a tag, or a tag of a tag, to what it names.
  mutating func peel(_ id: ObjectID, in graph: CommitGraph) throws(GitError) -> Peeled {
    var id = id
    // Tags of tags are rare, and a ring of them is damage.
    for _ in 0..<16 {
      if let place = graph.place(of: id) { return .commit(place) }
      guard let object = try object(id) else { return .broken }
      guard object.kind == .tag else { return object.kind == .commit ? .broken : .other }
      let line = GitFile.firstLine(object.bytes)
      guard line.starts(with: "object ".utf8), let target = ObjectID(hex: line.dropFirst(7)) else {
        return .broken
      }
      id = target
    }
    return .broken
  }
}

extension ObjectID {
  /// The name of the tree without entries, which git knows without an object.
  static func emptyTree(like other: ObjectID) -> ObjectID {
    (other.count == 32 ? longEmptyTree : shortEmptyTree) ?? other
  }

  private static let shortEmptyTree = ObjectID("4b825dc642cb6eb9a060e54bf8d69288fbee4904")
  private static let longEmptyTree = ObjectID(
    "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321")
}
