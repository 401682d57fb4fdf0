import Findings

/// An age and a rotation in words. What was not computed is not spoken of.
enum AgeWords {
  /// How long the value has been exposed, one phrase a fact, such as "for 5 years 9 months, since
  /// 2021-02-03 (commit 2f654de1)" and "never rotated".
  static func phrases(_ age: Age?, _ rotation: Rotation?, asOf: Timestamp) -> [String] {
    var phrases: [String] = []
    if let age {
      phrases.append(exposure(age, asOf: asOf))
      if age.isLowerBound, age.since != nil { phrases.append("history truncated") }
    }
    if let rotation { phrases += turns(rotation, isCut: age?.isLowerBound ?? false) }
    if let age {
      phrases += presence(age)
      if age.isSuspect { phrases.append("the dates of the commit are suspect\(doubt(age))") }
    }
    return phrases
  }

  /// What is wrong with the dates of the first commit.
  private static func doubt(_ age: Age) -> String {
    guard let stamp = age.introduced else { return "" }
    let (author, committer) = (stamp.authorDate.day, stamp.committerDate.day)
    return author == committer
      ? " (\(author))" : " (author \(author), committer \(committer))"
  }

  /// How long, since when and by whose date.
  static func exposure(_ age: Age, asOf: Timestamp) -> String {
    switch (age.basis, age.since) {
    case (.uncommitted, _): "new: it stands in no commit yet"
    case (.unreachable, _): "unknown: it stands only in objects that no ref reaches"
    case (_, nil): "unknown"
    case (.logLine, let since?):
      "\(distance(age, since, asOf)), printed on \(since.day)\(orEarlier(age))"
    case (.author, let since?), (.committer, let since?):
      "\(distance(age, since, asOf)), since \(since.day)\(orEarlier(age))"
        + (age.introduced.map { " (commit \($0.id.short))" } ?? "")
        + (age.basis == .committer ? ", by the committer's date" : "")
    }
  }

  private static func distance(_ age: Age, _ since: Timestamp, _ asOf: Timestamp) -> String {
    if since > asOf { return "dated in the future" }
    return "for \(age.isLowerBound ? ">= " : "")\(Duration.words(from: since, to: asOf))"
  }

  private static func orEarlier(_ age: Age) -> String { age.isLowerBound ? " or earlier" : "" }

  private static func presence(_ age: Age) -> [String] {
    var phrases: [String] = []
    if let removed = age.removed {
      phrases.append(
        "removed on \(removed.committerDate.day) (commit \(removed.id.short)) but still in the "
          + "history")
    } else if age.isAtHead == false, age.introduced != nil {
      phrases.append("not at HEAD")
    }
    if age.files > 1 { phrases.append("in \(Numbers.count(age.files, "path")) of the history") }
    if let commits = age.commits, commits > 0 {
      let branches = age.branches.map { " and \(Numbers.count($0, "branch", "branches"))" } ?? ""
      phrases.append("in \(Numbers.count(commits, "commit"))\(branches)")
    }
    return phrases + writers(age)
  }

  /// Who wrote it first, and who touched it last.
  private static func writers(_ age: Age) -> [String] {
    guard let first = age.firstAuthor else { return [] }
    var phrases = ["first written by \(PlaceWords.clipped(first, 80))"]
    if let last = age.lastAuthor, last != first {
      phrases.append("last touched by \(PlaceWords.clipped(last, 80))")
    }
    return phrases
  }

  private static func turns(_ rotation: Rotation, isCut: Bool) -> [String] {
    var phrases: [String] = []
    if rotation.count == 0 {
      phrases.append(isCut ? "no rotation seen" : "never rotated")
    } else {
      let last = rotation.last.authorDate
      phrases.append(
        "rotated \(rotation.count == 1 ? "once, on" : "\(rotation.count) times, last on") "
          + last.day)
      if rotation.count > 1, let days = rotation.meanDays, days > 0 {
        phrases.append("every \(Numbers.count(days, "day")) on average")
      }
    }
    if rotation.isReused { phrases.append("an earlier value is in use again") }
    return phrases
  }
}
