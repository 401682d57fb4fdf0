internal import Findings

/// What one pass over the changes gathers about a value.
struct ValueTrace {
  /// The commit that brought the value, with the earliest date.
  private(set) var introduced: Int?
  /// The first commit that shows the value, be it that it brought, edited or removed it.
  private(set) var first: Int?
  /// The last commit that does.
  private(set) var last: Int?
  /// The paths where it stood.
  private(set) var paths: Set<Int> = []
  /// Whether HEAD's tree holds it.
  var isAtHead = false
  private var removedFromHead: Int?
  private var removedElsewhere: Int?
  /// The last commits that had the value in a file before and after.
  private var before = -1
  private var after = -1

  /// The last commit that took the value out of a file.
  var removed: Int? { removedFromHead ?? removedElsewhere }

  /// Notes that a changed file holds the value after a commit; `true` the first time the commit
  /// touches the value.
  mutating func stands(after commit: Int, at path: Int) -> Bool {
    paths.insert(path)
    if first == nil { first = commit }
    last = commit
    defer { after = commit }
    return before != commit && after != commit
  }

  /// Notes that a changed file held the value before a commit; `true` the first time the commit
  /// touches the value.
  mutating func stood(before commit: Int) -> Bool {
    if first == nil { first = commit }
    last = commit
    defer { before = commit }
    return before != commit && after != commit
  }

  /// Draws the conclusion when all changes of a commit are noted. A value that stood before and
  /// stands after was edited around or moved, neither brought nor removed.
  mutating func settle(_ commit: Int, _ moments: [Timestamp], _ isReached: [Bool]) {
    if before != commit {
      // Of equal dates the first commit counts: scripts make several a second.
      if let known = introduced, moments[known] <= moments[commit] { return }
      introduced = commit
    } else if after != commit {
      if isReached[commit] { removedFromHead = commit } else { removedElsewhere = commit }
    }
  }
}
