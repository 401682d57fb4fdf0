import Findings

/// When values came, went and were replaced: by month, by quarter or by year, so that a picture has
/// few columns.
struct Timeline {
  /// A span of time.
  struct Bucket {
    let name: String
    /// What stands under it; empty for most.
    let tick: String
    var introduced = 0
    var removed = 0
    var rotated = 0
  }

  private(set) var buckets: [Bucket] = []
  private static let most = 40

  init(_ figures: Figures, asOf: Timestamp) {
    let findings = figures.values.map(\.finding)
    // A date that cannot be true would stretch the picture to nothing.
    let earliest = Timestamp(year: 1990, month: 1, day: 1)
    func months(_ moment: Timestamp?) -> Int? {
      guard let moment, moment >= earliest, moment <= asOf else { return nil }
      return moment.date.year * 12 + moment.date.month - 1
    }
    let introduced = findings.compactMap { months($0.age?.since) }
    let removed = findings.compactMap { months($0.age?.removed?.committerDate) }
    let rotated = findings.compactMap { finding in
      finding.rotation.flatMap { $0.count > 0 ? months($0.last.authorDate) : nil }
    }
    guard let first = (introduced + removed + rotated).min(), let last = months(asOf) else {
      return
    }
    let step = [1, 3, 12].first { (last / $0) - (first / $0) < Self.most } ?? 12
    let (start, end) = (first / step, last / step)
    buckets = (start...end).map { Self.bucket($0, step: step, isFirst: $0 == start, end - start) }
    for month in introduced { buckets[month / step - start].introduced += 1 }
    for month in removed { buckets[month / step - start].removed += 1 }
    for month in rotated { buckets[month / step - start].rotated += 1 }
  }

  private static func bucket(_ index: Int, step: Int, isFirst: Bool, _ span: Int) -> Bucket {
    let year = index * step / 12
    let part = index * step % 12
    let name =
      switch step {
      case 1: "\(year)-\(part < 9 ? "0" : "")\(part + 1)"
      case 3: "\(year) Q\(part / 3 + 1)"
      default: "\(year)"
      }
    // Not more than some ten years are named, and a short span by its first month.
    let years = span * step / 12
    let isNamed = part == 0 && year % max(1, (years + 9) / 10) == 0
    return Bucket(name: name, tick: isNamed ? "\(year)" : isFirst && years == 0 ? name : "")
  }
}
