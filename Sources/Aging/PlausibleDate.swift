internal import Findings

/// The date of a commit to reckon with.
///
/// The author date survives rebases and cherry-picks, but anyone can set it; the committer date is
/// set anew by both. The author date counts where it is plausible: not before git (April 2005), not
/// after the committer date, and not in the future. Else the committer date does.
public struct PlausibleDate {
  /// The date.
  let moment: Timestamp
  /// Which of the two it is.
  let basis: Age.Basis
  /// Whether the dates contradict each other or the calendar.
  let isSuspect: Bool

  /// The first commit of git itself.
  private static let git = Timestamp(year: 2005, month: 4, day: 7)
  /// Clocks of two machines differ; a day is no contradiction. In seconds.
  public static let tolerance: Int64 = 86_400

  init(_ stamp: CommitStamp, asOf now: Timestamp) {
    let author = stamp.authorDate
    let committer = stamp.committerDate
    let authorIsPlausible =
      author >= Self.git && author <= now && !Self.isLater(author, than: committer)
    moment = authorIsPlausible ? author : committer
    basis = authorIsPlausible ? .author : .committer
    // An author date in the future is plausible enough while the committer date says the same.
    isSuspect =
      author < Self.git || committer < Self.git || Self.isLater(author, than: committer)
      || Self.isLater(committer, than: now)
  }

  /// Whether a date lies clearly behind another one. Neither sum nor difference may overflow: both
  /// can be any number.
  private static func isLater(_ date: Timestamp, than other: Timestamp) -> Bool {
    let (limit, isBeyond) = other.seconds.addingReportingOverflow(tolerance)
    return !isBeyond && date.seconds > limit
  }
}
