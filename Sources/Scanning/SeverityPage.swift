internal import Findings

/// The page that says how severities and ranks come about, made of the tables that decide them.
public enum SeverityPage {
  /// The page, in Markdown.
  public static var markdown: String {
    """
    # How bad, and what first

    This page is made by `leakage rules severity > docs/severity.md`, of the tables that decide.

    ## Severity

    A rule says how bad its secrets can be (docs/rules.md). Each line below sets the most that a finding \
    can be; the least of them all counts. `.leakage.yml` may say otherwise, except for what is dead.

    **How it is known, where it stands, and how sure that is**

    | known by | in | confidence high or medium | low |
    |---|---|---|---|
    \(kinds)

    **Whether it can be alive**

    | verdict | at most |
    |---|---|
    \(states)

    **Where the value stands**

    | standing | at most |
    |---|---|
    \(standings)

    A credential that lives until someone rotates it does not get better with time: a static key in a log \
    of 2021 is an error, and its age grows.

    ## Rank

    From 0 to 100: `rank` in SARIF and JSON, and the order of the table in HTML. The sum of:

    | what | points |
    |---|---|
    \(ranks)

    """
  }

  private static var kinds: String {
    SeverityTable.Kind.allCases.flatMap { kind in
      PlaceKind.allCases.map { place in
        let sure = SeverityTable.ceiling(kind, place, .high).name
        let unsure = SeverityTable.ceiling(kind, place, .low).name
        return "| \(kind.words) | \(place.words) | \(sure) | \(unsure) |"
      }
    }.joined(separator: "\n")
  }

  private static let now = Timestamp(year: 2026, month: 1, day: 1)
  private static let long = Timestamp(
    seconds: now.seconds - Int64(SeverityTable.longLife + 1) * 86_400)
  private static let verdicts: [(words: String, state: LifetimeVerdict.State, since: Timestamp)] = [
    ("`expired-proved`: the value itself says that it has expired", .expiredProved(long), now),
    ("`expired-by-bound`: the longest life of its kind is over", .expiredByBound(long), now),
    ("`valid-until`: the value itself says how long it is valid", .validUntil(now), now),
    ("`no-expiry`: it lives until someone rotates it", .noExpiry, long),
    ("`unknown`", .unknown, now),
    ("`unknown`, and exposed for more than \(SeverityTable.longLife) days", .unknown, long),
  ]

  private static var states: String {
    verdicts.map { words, state, since in
      let age = Age(since: since, basis: .author)
      return "| \(words) | \(SeverityTable.ceiling(state, age, asOf: now).name) |"
    }.joined(separator: "\n")
  }

  private static var standings: String {
    Rank.Standing.allCases.map { "| \($0.words) | \(SeverityTable.ceiling($0).name) |" }
      .joined(separator: "\n")
  }

  private static var ranks: String {
    var rows = Severity.allCases.reversed().map { severity in
      "severity \(severity.name) | \(Rank.severity[severity.rawValue])"
    }
    rows += Confidence.allCases.reversed().map { confidence in
      "confidence \(confidence.name) | \(Rank.confidence[confidence.rawValue])"
    }
    rows += verdicts.filter { $0.since == now || $0.state == .noExpiry }.map { words, state, _ in
      "verdict \(words.prefix { $0 != ":" }) | \(Rank.points(state))"
    }
    rows.append(
      "exposed for \(Rank.fullAge) days or more; a part of it for less | \(Rank.age)")
    rows += Rank.Standing.allCases.map { "\($0.words) | \($0.points)" }
    return rows.map { "| \($0) |" }.joined(separator: "\n")
  }
}

extension SeverityTable.Kind {
  fileprivate var words: String {
    switch self {
    case .token: "the shape of a provider's token"
    case .context: "what stands around it (URL, header, private key, a provider's word)"
    case .name: "the name beside it"
    }
  }
}

extension PlaceKind {
  fileprivate var words: String {
    switch self {
    case .configuration: "a pipeline, a log, a configuration file"
    case .text: "source code or prose"
    case .sample: "tests, examples, documentation"
    }
  }
}
