internal import Detection
internal import Findings

/// What would have been reported if nobody had allowed it.
enum Hiding {
  /// One suppression for each place: rules that propose the same bytes are one finding, and what
  /// another rule reports is not hidden.
  static func suppressions(in detected: Detected) -> [(by: Suppression, range: Range<Int>)] {
    var suppressions: [(by: Suppression, range: Range<Int>)] = []
    // Both come in order, so that one walk beside the other is enough.
    var confirmed = detected.confirmed[...]
    for hidden in detected.hidden {
      if let last = suppressions.last, last.range.overlaps(hidden.range) { continue }
      while let first = confirmed.first, first.range.upperBound <= hidden.range.lowerBound {
        confirmed.removeFirst()
      }
      if let first = confirmed.first, first.range.overlaps(hidden.range) { continue }
      let kind: Suppression.Kind = hidden.strike == .inlineAllow ? .inSource : .external
      suppressions.append((Suppression(kind: kind, source: hidden.source), hidden.range))
    }
    return suppressions
  }
}
