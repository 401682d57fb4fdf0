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
    }
  }

  /// When a value was last replaced.
  mutating func rotation(_ rotation: Rotation, asOf: Timestamp) {
    object { json in
      json.member("count", rotation.count)
      json.member("days", asOf.days(since: rotation.last.authorDate))
      json.stamp("last", rotation.last)
      json.member("reused", rotation.isReused)
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

  private mutating func stamp(_ name: String, _ stamp: CommitStamp?) {
    guard let stamp else { return }
    object(name) { json in
      json.member("commit", stamp.id.description)
      json.member("authorDate", stamp.authorDate)
      json.member("committerDate", stamp.committerDate)
    }
  }
}
