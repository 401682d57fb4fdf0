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
      authorDate = commit.authorDate
      committerDate = commit.committerDate
    }
  }

  /// A graph without commits.
  init() {}

  /// A graph of commits that were read already, each once.
  init(_ nodes: [Node]) {
    self.nodes = nodes
    growTable()
  }

  private(set) var nodes: [Node] = []
  /// The places of commits at the slots of their names' hashes, which nobody can foresee: an index may
  /// name objects as somebody likes. -1 for a free slot; more than half of them are free.
  private var slots = [Int32](repeating: -1, count: 16)

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
    for node in loaded {
      let slot = slot(of: node.id)
      guard slots[slot] < 0 else { continue }
      slots[slot] = Int32(clamping: nodes.count)
      nodes.append(node)
      if nodes.count * 2 >= slots.count { growTable() }
    }
  }

  /// The place of a commit in ``nodes``; `nil` if it was not loaded.
  func place(of id: ObjectID) -> Int? {
    let place = slots[slot(of: id)]
    return place < 0 ? nil : Int(place)
  }

  /// The slot that a commit has or would get.
  private func slot(of id: ObjectID) -> Int {
    var slot = id.hashValue & (slots.count - 1)
    while slots[slot] >= 0, nodes[Int(slots[slot])].id != id {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func growTable() {
    var size = slots.count
    while size <= nodes.count * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for place in nodes.indices { slots[slot(of: nodes[place].id)] = Int32(clamping: place) }
  }

  /// The place of a commit that is read now if it was not before.
  mutating func place<Reader: ObjectReader & ~Copyable>(
    of id: ObjectID, from reader: inout Reader
  ) throws(GitError) -> Int? {
    if let place = place(of: id) { return place }
    try load([id], from: &reader)
    return place(of: id)
  }

  /// The places of all loaded commits that some tips reach, tips included, ascending.
  func reached(from tips: [Int]) -> [Int] {
    var isReached = [Bool](repeating: false, count: nodes.count)
    for tip in tips { isReached[tip] = true }
    var open = tips
    while let place = open.popLast() {
      for parent in nodes[place].parents {
        guard let found = self.place(of: parent), !isReached[found] else { continue }
        isReached[found] = true
        open.append(found)
      }
    }
    return nodes.indices.filter { isReached[$0] }
  }

  /// The commits in an order in which every parent comes before its children, and otherwise the
  /// older committer date first: dates are corrected so that none lies before a parent's.
  func oldestFirst(_ selected: some Sequence<Int>) -> [Int] {
    var isSelected = [Bool](repeating: false, count: nodes.count)
    for place in selected { isSelected[place] = true }
    // The children of each commit, as a list: the last one, and of each the one before.
    var lastLink = [Int32](repeating: -1, count: nodes.count)
    var links: [(child: Int32, before: Int32)] = []
    var waiting = [Int32](repeating: 0, count: nodes.count)
    var corrected = nodes.map(\.committerDate.seconds)
    var ready: [Int] = []
    for place in nodes.indices where isSelected[place] {
      for parent in nodes[place].parents {
        guard let parent = self.place(of: parent), isSelected[parent] else { continue }
        waiting[place] += 1
        links.append((Int32(place), lastLink[parent]))
        lastLink[parent] = Int32(links.count - 1)
      }
      if waiting[place] == 0 { ready.append(place) }
    }
    while let place = ready.popLast() {
      var link = lastLink[place]
      while link >= 0 {
        let child = Int(links[Int(link)].child)
        corrected[child] = max(corrected[child], corrected[place] + 1)
        waiting[child] -= 1
        if waiting[child] == 0 { ready.append(child) }
        link = links[Int(link)].before
      }
    }
    // Damaged objects may name each other as parents; such commits keep their own dates.
    return nodes.indices.filter { isSelected[$0] }.sorted {
      corrected[$0] != corrected[$1]
        ? corrected[$0] < corrected[$1] : nodes[$0].id < nodes[$1].id
    }
  }
}
