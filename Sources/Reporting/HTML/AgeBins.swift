/// How many values are how old.
struct AgeBins {
  /// The names of the bins.
  static let labels = ["< 7 d", "< 30 d", "< 90 d", "< 1 y", "< 3 y", "≥ 3 y"]
  private static let limits = [7, 30, 90, 365, 1_095]

  /// A number for each bin.
  private(set) var counts = [Int](repeating: 0, count: 6)

  init(_ ages: [Int]) {
    for age in ages { counts[Self.limits.firstIndex { age < $0 } ?? Self.limits.count] += 1 }
  }
}
