internal import Findings

/// Commits and their parents, as the commits' own bytes give them.
struct CommitGraph {
  struct Node {
    let id: ObjectID
    let tree: ObjectID
    let parents: [ObjectID]
    let authorDate: Timestamp
    let committerDate: Timestamp

    init(id: ObjectID, _ commit: CommitObject) {
      self.id = id
      tree = commit.tree
      parents = commit.parents
      authorDate = commit.author.date
      committerDate = commit.committer.date
    }
  }

  /// A graph without commits.
  init() {}

  /// A graph of commits that were read already, each once.
  init(_ nodes: [Node]) {
    self.nodes = nodes
    places.reserveCapacity(nodes.count)
    for (place, node) in nodes.enumerated() { places[node.id] = place }
  }

  private(set) var nodes: [Node] = []
  private var places: [ObjectID: Int] = [:]

  /// Reads commits; those that cannot be read, or are none, are left out.
  mutating func load<Reader: ObjectReader & ~Copyable>(
    _ ids: [ObjectID], from reader: inout Reader
  ) throws(GitError) {
    var loaded: [Node] = []
    try reader.read(ids) { id, reading, bytes in
      if reading == .whole(.commit), let commit = CommitObject(copy(bytes)) {
        loaded.append(Node(id: id, commit))
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
  mutating func place<Reader: ObjectReader & ~Copyable>(
    of id: ObjectID, from reader: inout Reader
  ) throws(GitError) -> Int? {
    if let place = places[id] { return place }
    try load([id], from: &reader)
    return places[id]
  }

  /// The places of all loaded commits that some tips reach, tips included.
  func reached(from tips: [Int]) -> Set<Int> {
    var isReached = [Bool](repeating: false, count: nodes.count)
    for tip in tips { isReached[tip] = true }
    var open = tips
    while let place = open.popLast() {
      for parent in nodes[place].parents {
        guard let found = places[parent], !isReached[found] else { continue }
        isReached[found] = true
        open.append(found)
      }
    }
    return Set(nodes.indices.filter { isReached[$0] })
  }

  /// The commits in an order in which every parent comes before its children, and otherwise the
  /// older committer date first: dates are corrected so that none lies before a parent's.
  func oldestFirst(_ selected: Set<Int>) -> [Int] {
    var isSelected = [Bool](repeating: false, count: nodes.count)
    for place in selected { isSelected[place] = true }
    var children = [[Int32]](repeating: [], count: nodes.count)
    var waiting = [Int32](repeating: 0, count: nodes.count)
    var corrected = nodes.map(\.committerDate.seconds)
    var ready: [Int] = []
    for place in nodes.indices where isSelected[place] {
      for parent in nodes[place].parents {
        guard let parent = places[parent], isSelected[parent] else { continue }
        waiting[place] += 1
        children[parent].append(Int32(place))
      }
      if waiting[place] == 0 { ready.append(place) }
    }
    while let place = ready.popLast() {
      for child in children[place].map({ Int($0) }) {
        corrected[child] = max(corrected[child], corrected[place] + 1)
        waiting[child] -= 1
        if waiting[child] == 0 { ready.append(child) }
      }
    }
    // Damaged objects may name each other as parents; such commits keep their own dates.
    return nodes.indices.filter { isSelected[$0] }.sorted {
      (corrected[$0], nodes[$0].id) < (corrected[$1], nodes[$1].id)
    }
  }
}
