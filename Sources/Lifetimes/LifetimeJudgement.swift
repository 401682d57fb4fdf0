public import Findings

extension LifetimeVerdict {
  /// Says whether a credential can still be alive.
  ///
  /// - Parameters:
  ///   - lifetime: how long its kind lives.
  ///   - expiry: what the value itself tells, if it was read.
  ///   - seenAt: a moment at which it existed, such as a commit's or a log line's.
  ///   - asOf: the moment of the verdict.
  public static func judge(
    _ lifetime: Lifetime, expiry: ExpiryFacts?, seenAt: Timestamp?, asOf: Timestamp
  ) -> LifetimeVerdict {
    let witness = expiry?.witness ?? "the value"
    // What stands beside a value proves nothing: nobody signed for it here, and a newer certificate
    // may be for the same key.
    if let expires = expiry?.expires, expiry?.witness != nil, expires <= asOf {
      return LifetimeVerdict(
        state: .noExpiry,
        evidence: "its kind lives until someone rotates it; \(witness) says that it expired on "
          + "\(expires), which a newer one may replace")
    }
    // The value's own word comes first, whatever its kind.
    if let expires = expiry?.expires {
      if expires <= asOf {
        return LifetimeVerdict(
          state: .expiredProved(expires), evidence: "\(witness) says that it expired on \(expires)")
      }
      let beginning =
        if let notBefore = expiry?.notBefore, notBefore > asOf {
          ", not before \(notBefore)"
        } else {
          ""
        }
      return LifetimeVerdict(
        state: .validUntil(expires),
        evidence: "\(witness) says that it is valid until \(expires)\(beginning)")
    }
    switch lifetime {
    case .static:
      let evidence =
        expiry?.hasNoExpiry == true
        ? "\(witness) holds no expiry" : "its kind lives until someone rotates it"
      return LifetimeVerdict(state: .noExpiry, evidence: evidence)
    case .ephemeral(let usual, let maximum):
      // An issuer's bound holds for values without an expiry of their own, too.
      if let maximum {
        return bounded(by: maximum, issued: expiry?.issued, seenAt: seenAt, asOf: asOf)
      }
      if expiry?.hasNoExpiry == true {
        return LifetimeVerdict(state: .noExpiry, evidence: "\(witness) holds no expiry")
      }
      let evidence =
        usual.map { "its kind lives \(DurationWords.text($0)) by default, with no known bound" }
        ?? "nothing bounds the life of its kind"
      return LifetimeVerdict(state: .unknown, evidence: evidence)
    }
  }

  private static func bounded(
    by maximum: Int64, issued: Timestamp?, seenAt: Timestamp?, asOf: Timestamp
  ) -> LifetimeVerdict {
    let bound = DurationWords.text(maximum)
    // It was issued before it was seen: the earlier moment is the sharper one.
    guard let start = [issued, seenAt].compactMap({ $0 }).min() else {
      return LifetimeVerdict(
        state: .unknown, evidence: "its kind lives \(bound) at most, but nothing dates it")
    }
    let (sum, isOverflow) = start.seconds.addingReportingOverflow(max(0, maximum))
    let end = Timestamp(seconds: isOverflow ? .max : sum)
    let dated = start == issued ? "issued" : "seen"
    guard end < asOf else {
      return LifetimeVerdict(
        state: .unknown,
        evidence: "\(dated) on \(start), and its kind lives \(bound) at most: until \(end)")
    }
    return LifetimeVerdict(
      state: .expiredByBound(end),
      evidence: "\(dated) on \(start), and its kind lives \(bound) at most")
  }
}
