import Findings

extension JSONWriter {
  /// How long a value has been exposed.
  mutating func age(_ age: Age, asOf: Timestamp) {
    object { json in
      json.member("days", age.since.map { asOf.days(since: $0) })
      json.member("since", age.since)
      json.member("basis", age.basis.rawValue)
      json.member("lowerBound", age.isLowerBound)
      json.member("suspect", age.isSuspect)
      json.stamp("introduced", age.introduced)
      json.stamp("removed", age.removed)
      json.member("atHead", age.isAtHead)
      json.member("files", age.files)
      json.member("commits", age.commits)
      json.member("branches", age.branches)
      json.stamp("touched", age.touched)
      json.member("firstAuthor", age.firstAuthor)
      json.member("lastAuthor", age.lastAuthor)
    }
  }

  /// When a value was last replaced.
  mutating func rotation(_ rotation: Rotation, asOf: Timestamp) {
    object { json in
      json.member("count", rotation.count)
      json.member("days", asOf.days(since: rotation.last.authorDate))
      json.stamp("last", rotation.last)
      json.member("reused", rotation.isReused)
      json.stamp("first", rotation.first)
      json.member("meanDays", rotation.meanDays)
      if rotation.count > 1 {
        // What is left of a hundred rotations is their number.
        json.array("changes", rotation.changes.suffix(100)) { $0.stamp($1) }
      }
    }
  }

  /// Whether a credential is still alive.
  mutating func lifetime(_ verdict: LifetimeVerdict) {
    object { json in
      json.member("verdict", verdict.name)
      switch verdict.state {
      case .expiredProved(let date), .expiredByBound(let date), .validUntil(let date):
        json.member("date", date)
      case .noExpiry, .unknown: break
      }
      json.member("evidence", verdict.evidence)
    }
  }

  /// From when to when a printed value could be used.
  mutating func exposure(_ exposure: Exposure) {
    object { json in
      json.member("from", exposure.from)
      json.member("until", exposure.until)
      json.member("seconds", exposure.seconds.map { Int($0) })
    }
  }

  private mutating func stamp(_ name: String, _ stamp: CommitStamp?) {
    guard let stamp else { return }
    key(name)
    self.stamp(stamp)
  }

  private mutating func stamp(_ stamp: CommitStamp) {
    object { json in
      json.member("commit", stamp.id.description)
      json.member("authorDate", stamp.authorDate)
      json.member("committerDate", stamp.committerDate)
    }
  }
}
