/// The middle and the ends of repeated measurements.
struct Summary: Equatable {
  var median: Double
  var least: Double
  var most: Double

  /// Nothing for no values. The median of an even number is the mean of the two in the middle.
  init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return nil }
    let middle = sorted.count / 2
    self.median =
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    self.least = least
    self.most = most
  }

  /// How often `own` goes into `other`, run by run: runs that stood side by side met the same load,
  /// so that their ratio holds where the seconds drift.
  static func ratio(of other: [Double], to own: [Double]) -> Summary? {
    Summary(zip(other, own).filter { $0.1 > 0 }.map { $0.0 / $0.1 })
  }
}
