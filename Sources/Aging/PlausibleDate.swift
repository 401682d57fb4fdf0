internal import Findings

/// The date of a commit to reckon with.
///
/// The author date survives rebases and cherry-picks, but anyone can set it; the committer date is
/// set anew by both. The author date counts where it is plausible: not before git (April 2005) and
/// not after the committer date. Else the committer date does.
struct PlausibleDate {
  /// The date.
  let moment: Timestamp
  /// Which of the two it is.
  let basis: Age.Basis
  /// Whether the dates contradict each other or the calendar.
  let isSuspect: Bool

  /// The first commit of git itself.
  private static let git = Timestamp(year: 2005, month: 4, day: 7)
  /// Clocks of two machines differ; a day is no contradiction.
  private static let tolerance: Int64 = 86_400

  init(_ stamp: CommitStamp, asOf now: Timestamp? = nil) {
    let author = stamp.authorDate
    let committer = stamp.committerDate
    let authorIsPlausible =
      author >= Self.git && author.seconds <= committer.seconds + Self.tolerance
      && (now.map { author <= $0 } ?? true)
    moment = authorIsPlausible ? author : committer
    basis = authorIsPlausible ? .author : .committer
    let isInFuture =
      now.map { max(author, committer).seconds > $0.seconds + Self.tolerance } ?? false
    isSuspect = !authorIsPlausible || committer < Self.git || isInFuture
  }
}
