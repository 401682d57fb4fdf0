public import Findings

/// Whether the history that a repository shows is the whole one.
public struct HistoryState: Sendable, Hashable {
  /// Whether commits lack their parents because of a shallow clone.
  public internal(set) var isShallow = false
  /// Whether objects may be missing because of a partial clone.
  public internal(set) var isPartial = false
  /// The names of the files that hold packs.
  public internal(set) var packs: [Path] = []
  /// What hides or replaces a part of it.
  public internal(set) var problems: [RepositoryProblem] = []

  /// Whether an age read from this history is a lower bound.
  public var isTruncated: Bool { isShallow || isPartial }
}

extension Repository {
  /// Looks for what cuts or falsifies the history: the shallow file, grafts, replace refs, promised
  /// objects, packs without an index.
  ///
  /// A line of the shallow file is true if a parent of that commit is missing, and false if all of
  /// them are there.
  ///
  /// - Parameter tips: the refs, if they were read already.
  public func historyState(_ tips: Tips? = nil) throws(GitError) -> HistoryState {
    var state = HistoryState()
    var graph = CommitGraph()
    let shallow = ShallowFile(of: self).commits
    var listed: [CommitGraph.Node] = []
    if !shallow.isEmpty {
      var reader = BatchReader(self)
      try graph.load(shallow, from: &reader)
      listed = graph.nodes
      try graph.load(listed.flatMap(\.parents), from: &reader)
    }
    var hidden: [ObjectID] = []
    for node in listed where !node.parents.isEmpty {
      if node.parents.contains(where: { graph.place(of: $0) == nil }) {
        state.isShallow = true
      } else {
        hidden.append(node.id)
      }
    }
    if !hidden.isEmpty { state.problems.append(.hiddenParents(hidden.sorted())) }

    let grafts = commonDirectory.appending(Path("info/grafts"))
    // Too long to be read is not empty either.
    if FileSystem.kind(grafts) != nil, FileSystem.contents(grafts)?.isEmpty != true {
      state.problems.append(.grafts)
    }
    let tips = if let tips { tips } else { try Tips(of: self) }
    if tips.replaced > 0 { state.problems.append(.replacedObjects(tips.replaced)) }

    let folder = commonDirectory.appending(Path("objects/pack"))
    let packs = Set(FileSystem.names(in: folder).map { Path(bytes: $0) })
    state.packs = packs.sorted()
    state.isPartial = packs.contains { $0.hasSuffix(".promisor") }
    for pack in packs.sorted() where pack.hasSuffix(".pack") {
      let index = Path(bytes: pack.bytes.dropLast(5) + Array(".idx".utf8))
      if !packs.contains(index) {
        state.problems.append(.packWithoutIndex(folder.appending(pack)))
      }
    }
    return state
  }
}
