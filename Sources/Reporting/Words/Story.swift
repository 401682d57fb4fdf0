import Findings

/// What happened to one value: where it was written, where it was printed, and when it was taken out.
struct Story {
  /// One thing that happened.
  struct Event {
    /// What happened; the words of the `json` format.
    enum Kind: String {
      case hardcoded, printed, removed
    }

    let kind: Kind
    /// When; `nil` where nothing dates it.
    let time: Timestamp?
    /// The finding whose place it is; of a removal the first one of what was removed.
    let finding: Finding
    /// Whether the value stands or stood elsewhere in the same repository, so that the time is the value's and
    /// perhaps not the place's.
    var isOneOfMany = false
  }

  /// The events in the order of time; what nothing dates comes last.
  let events: [Event]
  /// The most that any of the findings knows of rotation, and the verdict by which it is most alive.
  let rotation: Rotation?
  let lifetime: LifetimeVerdict?

  /// The story of findings of the same value.
  init(_ findings: [Finding]) {
    var events: [Event] = []
    let written = Dictionary(
      grouping: findings.lazy.filter { !$0.isInLog }, by: \.location.origin.root)
    var told: Set<Int> = []
    for finding in findings {
      if finding.isInLog {
        let time = finding.location.place.time ?? finding.age?.since
        events.append(Event(kind: .printed, time: time, finding: finding))
        continue
      }
      // An age is that of the value in its repository: it dates one of the places, and only once.
      let root = finding.location.origin.root
      let isFirst = told.insert(root).inserted
      events.append(
        Event(
          kind: .hardcoded, time: isFirst ? finding.age?.since : nil, finding: finding,
          isOneOfMany: (finding.age?.files ?? 1) > 1 || (written[root]?.count ?? 1) > 1))
      if isFirst, let removed = finding.age?.removed {
        events.append(Event(kind: .removed, time: removed.committerDate, finding: finding))
      }
    }
    // A stable order: equal times keep the report's.
    self.events = events.enumerated().sorted { left, right in
      let (one, other) = (left.element.time?.seconds ?? .max, right.element.time?.seconds ?? .max)
      return (one, left.offset) < (other, right.offset)
    }.map(\.element)
    // What was rotated at one place was rotated; what may be alive by one of them may be alive.
    rotation = findings.lazy.compactMap(\.rotation).max { $0.count < $1.count }
    lifetime = findings.lazy.compactMap(\.lifetime).max {
      Rank.points($0.state) < Rank.points($1.state)
    }
  }

  /// Whether the events have an order in time: at least two of them are dated, and not alike.
  var isOrdered: Bool { Set(events.compactMap(\.time)).count > 1 }

  /// The events as phrases, the first ones.
  func phrases(_ report: Report, first limit: Int) -> [String] {
    var phrases = events.prefix(limit).map { phrase($0, report) }
    if events.count > limit {
      phrases.append("and \(Numbers.grouped(events.count - limit)) more")
    }
    if let rotation, rotation.count == 0 { phrases.append("never rotated") }
    if let lifetime { phrases.append(LifetimeWords.phrase(lifetime, asOf: report.asOf)) }
    return phrases
  }

  /// One event, such as "printed on 2024-05-01 at build.log:12:5 (job deploy)".
  func phrase(_ event: Event, _ report: Report) -> String {
    let day = event.time.map(\.day)
    let location = event.finding.location
    var place = PlaceWords.position(location, report)
    let names = [
      location.place.job.map { "job \(PlaceWords.clipped($0, 60))" },
      location.place.step.map { PlaceWords.step($0, 60) },
    ].compactMap { $0 }
    if !names.isEmpty { place += " (\(names.joined(separator: ", ")))" }
    switch event.kind {
    case .hardcoded:
      let age = event.finding.age
      if age?.basis == .uncommitted { return "written to \(place), not committed yet" }
      guard let day else { return "hardcoded at \(place)" }
      let since = "since \(day)" + (age?.isLowerBound == true ? " or earlier" : "")
      return event.isOneOfMany
        ? "hardcoded \(since), at \(place) among others" : "hardcoded at \(place) \(since)"
    case .printed: return "printed" + (day.map { " on \($0)" } ?? "") + " at \(place)"
    case .removed: return "removed" + (day.map { " on \($0)" } ?? "") + " but still in the history"
    }
  }
}
