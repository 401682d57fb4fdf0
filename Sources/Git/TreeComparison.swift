internal import Findings

/// Compares the trees of commits, as `git diff-tree -r -c --root --no-renames` does, from the trees'
/// own bytes.
///
/// Of two trees only the subtrees that differ are read; of a merge only those that differ from those
/// of all parents. In a tree whose entries are out of order more may be found changed than is, never
/// less.
struct TreeComparison {
  /// The changes of one commit.
  struct Outcome {
    /// In the order of their paths.
    var changes: [Change] = []
    /// What is as in another parent than the first, in no particular order; folders are not gone into.
    var taken: [Taken] = []
    /// Whether a tree could not be read, so that changes below it are missing.
    var isCut = false
    /// Whether there were more changes than were asked for; none is kept.
    var isTooLarge = false
  }

  /// Trees at one path that are still to be compared.
  private struct Pending {
    let path: [UInt8]
    let new: ObjectID?
    let old: [ObjectID?]
  }

  /// Compares a tree with those of the parents; of a first commit with a single `nil`.
  ///
  /// - Parameters:
  ///   - most: how many changes and trees are wanted at most: a tree that names the same subtree many
  ///     times, on many levels, has more files than any memory holds.
  ///   - isWanted: whether trees that differ are gone into.
  /// - Complexity: O(bytes of the trees that differ).
  static func compare<Reader: ObjectReader & ~Copyable>(
    _ new: ObjectID, with old: [ObjectID?], atMost most: Int, from reader: inout Reader,
    where isWanted: (_ new: ObjectID?, _ old: [ObjectID?]) -> Bool = { _, _ in true }
  ) throws(GitError) -> Outcome {
    var outcome = Outcome()
    var open: [Pending] = []
    switch old.firstIndex(of: new) {
    case nil: open.append(Pending(path: [], new: new, old: old))
    case .some(let parent):
      if parent > 0 { outcome.taken.append(Taken(path: Path(""), parent: parent)) }
    }
    var visited = 0
    while let pending = open.popLast() {
      guard isWanted(pending.new, pending.old) else { continue }
      visited += 1
      // A tree that is missing in only one version would make all its files look changed.
      if let new = try tree(pending.new, from: &reader),
        let old = try trees(pending.old, from: &reader)
      {
        if old.count == 1 {
          merge(new, old[0], pending, into: &outcome, &open)
        } else {
          merge(new, old, pending, into: &outcome, &open)
        }
      } else {
        outcome.isCut = true
      }
      if visited + outcome.changes.count + outcome.taken.count + open.count > most {
        return Outcome(isTooLarge: true)
      }
    }
    if outcome.changes.count > 1 { outcome.changes.sort { $0.path < $1.path } }
    return outcome
  }

  /// The entries of a tree, none if there is no tree; `nil` for one that cannot be read.
  private static func tree<Reader: ObjectReader & ~Copyable>(
    _ id: ObjectID?, from reader: inout Reader
  ) throws(GitError) -> TreeCursor? {
    guard let id, id != ObjectID.emptyTree(like: id) else { return TreeCursor([], idLength: 20) }
    guard let object = try reader.object(id), object.kind == .tree else { return nil }
    return TreeCursor(object.bytes, idLength: id.count)
  }

  private static func trees<Reader: ObjectReader & ~Copyable>(
    _ ids: [ObjectID?], from reader: inout Reader
  ) throws(GitError) -> [TreeCursor]? {
    var trees: [TreeCursor] = []
    for id in ids {
      guard let tree = try tree(id, from: &reader) else { return nil }
      trees.append(tree)
    }
    return trees
  }

  /// Compares a tree with one other: the same as with several, without their lists.
  private static func merge(
    _ newTree: TreeCursor, _ oldTree: TreeCursor, _ pending: Pending,
    into outcome: inout Outcome, _ open: inout [Pending]
  ) {
    var new = newTree
    var old = oldTree
    while true {
      new.skipCommon(with: &old)
      if new.isAtEnd, old.isAtEnd { break }
      let order = new.isAtEnd ? 1 : old.isAtEnd ? -1 : new.order(old)
      let isTree = order <= 0 ? new.isTree : old.isTree
      let name = order <= 0 ? new.name : old.name
      let path = pending.path.isEmpty ? Array(name) : pending.path + [0x2F] + name
      let entry = order <= 0 ? new.take() : nil
      let other = order >= 0 ? old.take() : nil
      if entry == other { continue }
      note(path, isTree: isTree, entry, [other], into: &outcome, &open)
    }
    if new.isDamaged || old.isDamaged { outcome.isCut = true }
  }

  private static func note(
    _ path: [UInt8], isTree: Bool, _ entry: TreeCursor.Entry?, _ others: [TreeCursor.Entry?],
    into outcome: inout Outcome, _ open: inout [Pending]
  ) {
    let old = others.map { $0?.id }
    if isTree {
      open.append(Pending(path: path, new: entry?.id, old: old))
    } else {
      outcome.changes.append(
        Change(
          path: Path(bytes: path), new: entry?.id, mode: entry?.mode ?? FileMode(bits: 0),
          old: old))
    }
  }

  private static func merge(
    _ newTree: TreeCursor, _ oldTrees: [TreeCursor], _ pending: Pending,
    into outcome: inout Outcome, _ open: inout [Pending]
  ) {
    var new = newTree
    var old = oldTrees
    while true {
      new.skipCommon(with: &old)
      var first: TreeCursor?
      if !new.isAtEnd { first = new }
      for cursor in old where !cursor.isAtEnd && first.map({ cursor.precedes($0) }) ?? true {
        first = cursor
      }
      guard let key = first else { break }
      let entry = new.take(if: key)
      var others: [TreeCursor.Entry?] = []
      for place in old.indices { others.append(old[place].take(if: key)) }
      let parent = others.firstIndex { $0 == entry }
      if parent == 0 { continue }
      let path = pending.path.isEmpty ? Array(key.name) : pending.path + [0x2F] + key.name
      if let parent {
        let all = Path(bytes: key.isTree ? path + [0x2F] : path)
        outcome.taken.append(Taken(path: all, parent: parent))
        continue
      }
      note(path, isTree: key.isTree, entry, others, into: &outcome, &open)
    }
    if new.isDamaged || old.contains(where: \.isDamaged) { outcome.isCut = true }
  }
}
