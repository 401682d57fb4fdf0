public import Findings

/// A commit and the files that it changed.
public struct CommitRecord: Sendable {
  /// The commit.
  public let id: ObjectID
  /// Its tree.
  public let tree: ObjectID
  /// Its parents, whether they are there or not.
  public let parents: [ObjectID]
  /// When the change was written.
  public let authorDate: Timestamp
  /// When the commit was made.
  public let committerDate: Timestamp
  /// Whether a parent is not in the repository: the end of a shallow history. Without a parent to
  /// compare with, all files count as changed.
  public let lacksParent: Bool
  /// The files whose blob is another than in every parent. Of a merge these are only the files that
  /// it made itself. Empty if they could not be read; the walk's problems say so.
  public internal(set) var changes: [Change]
  /// What a merge has from another parent than the first one, where that one has something else; with
  /// ``changes`` this tells all in which it differs from the first. `nil` where that is not known.
  public internal(set) var taken: [Taken]?

  /// The commit's name and dates.
  public var stamp: CommitStamp {
    CommitStamp(id: id, authorDate: authorDate, committerDate: committerDate)
  }
}

/// A file or a folder that a merge has from one of its parents.
public struct Taken: Sendable, Hashable {
  /// The path; that of a folder ends in `/`, and that of everything is empty. Perhaps nothing is there
  /// any more.
  public let path: Path
  /// The place of the parent in the list of all; never the first one.
  public let parent: Int
}

/// A file that a commit changed.
public struct Change: Sendable, Hashable {
  /// The path; renames are a deletion and an addition.
  public let path: Path
  /// The file's blob after the commit (a submodule's commit, if ``mode`` says so); `nil` if the
  /// commit deleted the file.
  public let new: ObjectID?
  /// The mode after the commit.
  public let mode: FileMode
  /// The blob in each parent, `nil` where a parent lacks the file; a single `nil` in a first commit.
  public let old: [ObjectID?]
}
