public import Findings

/// Something that keeps a part of a repository from being read, or that makes its history look
/// shorter than it is. A value, not an error: the rest is read.
public enum RepositoryProblem: Sendable, Hashable {
  /// The commits of `.git/shallow` whose parents are there all the same: the file hides history.
  case hiddenParents([ObjectID])
  /// `.git/info/grafts` gives commits other parents. The real ones were read.
  case grafts
  /// So many `refs/replace/…` put other objects in place of the real ones. The real ones were read.
  case replacedObjects(Int)
  /// A pack without its index: git does not see what it holds.
  case packWithoutIndex(Path)
  /// A ref, or a `HEAD`, that names a missing or damaged object.
  case brokenReference(Path)
  /// An object that is missing or damaged.
  case unreadable(ObjectID)
  /// A commit whose changes could not be read, because a tree is missing or damaged.
  case unreadChanges(ObjectID)
  /// So many further commits whose changes could not be read.
  case abandonedChanges(Int)
  /// So many further objects that were not read, because too many before them failed.
  case abandonedObjects(Int)
  /// So many objects, this one among them, that were not read, because their pack would become more
  /// than any history does.
  case expandingObjects(ObjectID, Int)
  /// So many objects, this one among them, that are made of each other, so that they have no content.
  /// git would try for ever: it was not asked what else it could read.
  case endlessObjects(ObjectID, Int)
  /// An object whose bytes do not have the hash that is its name.
  case misnamed(ObjectID)
  /// A tree holds more files than this; the rest was not listed.
  case tooManyFiles(Int)
  /// What git wrote to its standard error, made safe to show.
  case complaint(String)
  /// A git command failed as a whole.
  case failure(GitError)
}

extension RepositoryProblem: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .hiddenParents(let commits):
      "the file shallow hides the parents of \(commits.count) commits, which are there"
    case .grafts: "the file info/grafts gives commits other parents; the real ones were read"
    case .replacedObjects(let count):
      "\(count) objects are replaced by refs/replace; the real ones were read"
    case .packWithoutIndex(let path): "\(path) has no index, so that git does not see its objects"
    case .brokenReference(let name): "\(name) names an object that is missing or damaged"
    case .unreadable(let id): "object \(id) is missing or damaged"
    case .unreadChanges(let id): "the changes of commit \(id) could not be read"
    case .abandonedChanges(let count): "the changes of \(count) further commits could not be read"
    case .abandonedObjects(let count):
      "\(count) further objects were not read, because too many before them are damaged"
    case .expandingObjects(let id, let count):
      "\(count) objects, \(id) among them, were not read, because a small pack makes too much of them"
    case .endlessObjects(let id, let count):
      "\(count) objects, \(id) among them, are made of each other and have no content; what else is "
        + "damaged beside them was not read"
    case .misnamed(let id): "object \(id) does not hold what its name stands for"
    case .tooManyFiles(let count): "a tree holds more than \(count) files; the rest was not read"
    case .complaint(let text): "git said: \(text)"
    case .failure(let error): error.description
    }
  }

  /// Whether the repository pretends to have less history, or other objects, than it has.
  public var isTampering: Bool {
    switch self {
    case .hiddenParents, .grafts, .replacedObjects: true
    default: false
    }
  }
}
