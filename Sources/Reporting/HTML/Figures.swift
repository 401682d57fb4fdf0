import Findings

/// The numbers behind the tiles and pictures of a page. They count values: those inside an
/// environment dump one by one, and no weaknesses, which hold none.
struct Figures {
  /// One value with what is known of its time.
  struct Value {
    let finding: Finding
    /// Days from its first exposure to its removal, or to now; `nil` if nothing dates it.
    let days: Int?
  }

  let values: [Value]
  /// The ages in days that are known, youngest first.
  let ages: [Int]
  let alive: Int
  let statics: Int
  let unrotated: Int

  init(_ report: Report) {
    let leaves = report.findings.filter(\.isSecret)
      .flatMap { $0.members.isEmpty ? [$0] : $0.members }
    values = leaves.map { finding in
      let end = finding.age?.removed?.committerDate ?? report.asOf
      return Value(finding: finding, days: finding.age?.since.map { end.days(since: $0) })
    }
    ages = leaves.compactMap { $0.age?.since.map { report.asOf.days(since: $0) } }.sorted()
    alive = leaves.count { !$0.isProvedDead }
    statics = leaves.count { $0.rule.lifetime == .static }
    unrotated = leaves.count { $0.rotation?.count == 0 }
  }

  /// The middle age; of an even number the older of the two.
  var median: Int? { ages.isEmpty ? nil : ages[ages.count / 2] }

  /// The sums of the days that values were exposed, by what they have in common, largest first.
  func sums(by key: (Finding) -> String) -> [(name: String, days: Int, values: Int)] {
    var sums: [String: (days: Int, values: Int)] = [:]
    for value in values {
      let name = key(value.finding)
      sums[name, default: (0, 0)].days += value.days ?? 0
      sums[name, default: (0, 0)].values += 1
    }
    return sums.map { ($0.key, $0.value.days, $0.value.values) }
      .sorted { ($1.days, $1.values, $0.name) < ($0.days, $0.values, $1.name) }
  }
}

extension Finding {
  /// Whether the value, or the longest life of its kind, proves it dead.
  var isProvedDead: Bool {
    switch lifetime?.state {
    case .expiredProved, .expiredByBound: true
    case .validUntil, .noExpiry, .unknown, nil: false
    }
  }
}
