internal import Findings

/// Commits and their parents, as the commits' own bytes give them.
struct CommitGraph {
  struct Node {
    let id: ObjectID
    let tree: ObjectID
    let parents: [ObjectID]
    let authorDate: Timestamp
    let committerDate: Timestamp
  }

  private(set) var nodes: [Node] = []
  private var places: [ObjectID: Int] = [:]

  /// Reads commits; those that cannot be read, or are none, are left out.
  mutating func load(_ ids: [ObjectID], from reader: inout BatchReader) throws(GitError) {
    var loaded: [Node] = []
    try reader.read(ids) { id, reading, bytes in
      if reading == .whole(.commit), let commit = CommitObject(copy(bytes)) {
        loaded.append(
          Node(
            id: id, tree: commit.tree, parents: commit.parents, authorDate: commit.author.date,
            committerDate: commit.committer.date))
      }
      return true
    }
    for node in loaded where places[node.id] == nil {
      places[node.id] = nodes.count
      nodes.append(node)
    }
  }

  /// The place of a commit in ``nodes``; `nil` if it was not loaded.
  func place(of id: ObjectID) -> Int? { places[id] }

  /// The place of a commit that is read now if it was not before.
  mutating func place(of id: ObjectID, from reader: inout BatchReader) throws(GitError) -> Int? {
    if let place = places[id] { return place }
    try load([id], from: &reader)
    return places[id]
  }

  /// The places of all loaded commits that some tips reach, tips included.
  func reached(from tips: [Int]) -> Set<Int> {
    var reached = Set(tips)
    var open = tips
    while let place = open.popLast() {
      for parent in nodes[place].parents {
        if let found = places[parent], reached.insert(found).inserted { open.append(found) }
      }
    }
    return reached
  }

  /// The commits in an order in which every parent comes before its children, and otherwise the
  /// older committer date first: dates are corrected so that none lies before a parent's.
  func oldestFirst(_ selected: Set<Int>) -> [Int] {
    var children: [Int: [Int]] = [:]
    var waiting: [Int: Int] = [:]
    for place in selected {
      let parents = nodes[place].parents.compactMap { places[$0] }.filter(selected.contains)
      waiting[place] = parents.count
      for parent in parents { children[parent, default: []].append(place) }
    }
    var corrected: [Int: Int64] = [:]
    for place in selected { corrected[place] = nodes[place].committerDate.seconds }
    var ready = selected.filter { waiting[$0] == 0 }
    while let place = ready.popFirst() {
      let date = corrected[place] ?? 0
      for child in children[place] ?? [] {
        corrected[child] = max(corrected[child] ?? 0, date + 1)
        waiting[child, default: 0] -= 1
        if waiting[child] == 0 { ready.insert(child) }
      }
    }
    // Damaged objects may name each other as parents; such commits keep their own dates.
    return selected.sorted {
      (corrected[$0] ?? 0, nodes[$0].id) < (corrected[$1] ?? 0, nodes[$1].id)
    }
  }
}
