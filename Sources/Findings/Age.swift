/// A commit and its two dates: the author's can be forged but survives a rebase, the committer's is
/// set anew by it.
public struct CommitStamp: Sendable, Hashable {
  /// The commit.
  public let id: ObjectID
  /// When the change was written.
  public let authorDate: Timestamp
  /// When the commit was made.
  public let committerDate: Timestamp

  /// A stamp.
  public init(id: ObjectID, authorDate: Timestamp, committerDate: Timestamp) {
    self.id = id
    self.authorDate = authorDate
    self.committerDate = committerDate
  }
}

/// How long a value has been exposed.
public struct Age: Sendable, Hashable {
  /// What the beginning was taken from.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The author date of the first commit.
    case author
    /// The committer date of the first commit, where the author date is not plausible.
    case committer
    /// The time of the log line.
    case logLine = "log-line"
    /// Nothing yet: the value is in no commit.
    case uncommitted
    /// Unknown: the value stands only in objects that no ref reaches.
    case unreachable
  }

  /// Since when; `nil` where nothing dates the value.
  public let since: Timestamp?
  /// What `since` was taken from.
  public let basis: Basis
  /// The first commit that holds the value.
  public let introduced: CommitStamp?
  /// The commit that took the value out of the last file, when it no longer stands at HEAD.
  public let removed: CommitStamp?
  /// Whether the value stands in HEAD's tree; `nil` outside git.
  public let isAtHead: Bool?
  /// In how many paths of the history the value stood.
  public let files: Int
  /// In how many commits it stands; `nil` if they were not counted.
  public var commits: Int?
  /// In how many branches it stands now; `nil` if they were not counted.
  public var branches: Int?
  /// The last commit that put the value somewhere, took it away, or changed a file around it.
  public var touched: CommitStamp?
  /// Who wrote the first commit that holds the value, as far as the report may say it.
  public var firstAuthor: String?
  /// Who wrote ``touched``, as far as the report may say it.
  public var lastAuthor: String?
  /// Whether the history is cut (shallow or partial), so that the true age may be higher.
  public let isLowerBound: Bool
  /// Whether the dates of the first commit contradict each other or the calendar.
  public let isSuspect: Bool

  /// An age.
  public init(
    since: Timestamp?, basis: Basis, introduced: CommitStamp? = nil, removed: CommitStamp? = nil,
    isAtHead: Bool? = nil, files: Int = 0, isLowerBound: Bool = false, isSuspect: Bool = false
  ) {
    self.since = since
    self.basis = basis
    self.introduced = introduced
    self.removed = removed
    self.isAtHead = isAtHead
    self.files = files
    self.isLowerBound = isLowerBound
    self.isSuspect = isSuspect
  }
}

/// When the value of a key path was last changed to another value.
public struct Rotation: Sendable, Hashable {
  /// The commit in which the key path began.
  public let first: CommitStamp
  /// The commits in which the value was replaced by another one, oldest first.
  public let changes: [CommitStamp]
  /// Whether the present value had been in use before another one (A, B, A).
  public let isReused: Bool

  /// A rotation history.
  public init(first: CommitStamp, changes: [CommitStamp] = [], isReused: Bool = false) {
    self.first = first
    self.changes = changes
    self.isReused = isReused
  }

  /// The commit in which the present value began; the key path's first one when it was never rotated.
  public var last: CommitStamp { changes.last ?? first }

  /// How many times the value was replaced by another one.
  public var count: Int { changes.count }

  /// The mean time between the values, in days; `nil` without a rotation.
  public var meanDays: Int? {
    changes.isEmpty ? nil : last.authorDate.days(since: first.authorDate) / changes.count
  }
}
