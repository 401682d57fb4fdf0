internal import Detection
internal import Findings

/// What would have been reported if nobody had allowed it.
enum Hiding {
  /// One suppression for each place: rules that propose the same bytes are one finding, and what
  /// another rule reports is not hidden.
  static func suppressions(in detected: Detected) -> [(by: Suppression, range: Range<Int>)] {
    var hidden: [(by: Suppression, range: Range<Int>)] = []
    for struck in detected.struck {
      guard let suppression = suppression(of: struck) else { continue }
      let range = struck.candidate.range
      // Struck candidates come in order, so that the last one is the nearest.
      if let last = hidden.last, last.range.overlaps(range) { continue }
      guard !detected.confirmed.contains(where: { $0.range.overlaps(range) }) else { continue }
      hidden.append((suppression, range))
    }
    return hidden
  }

  private static func suppression(of struck: StruckOut) -> Suppression? {
    switch struck.strike {
    case .allowlist: Suppression(kind: .external, source: struck.detail)
    case .inlineAllow: Suppression(kind: .inSource, source: struck.detail)
    default: nil
    }
  }
}
