/// What a job is meant to reach. It is a ratio of two contestants wherever it can be: seconds belong
/// to a machine.
struct Goal {
  /// What is held against the limit.
  enum Figure {
    /// How often the wall time of one contestant goes into that of the other, run by run.
    case wall(of: String, to: String)
    /// The same of peak memory.
    case memory(of: String, to: String)
    /// Seconds.
    case seconds(of: String)
    /// Bytes of peak memory.
    case bytes(of: String)
  }

  var figure: Figure
  var most: Double

  /// What was measured; nothing if one of the contestants was not there or gave up.
  func measured(_ outcomes: [Runner.Outcome]) -> Double? {
    switch figure {
    case .wall(let one, let other): Self.ratio(one, other, outcomes, \.wall)
    case .memory(let one, let other): Self.ratio(one, other, outcomes) { Double($0.peakBytes) }
    case .seconds(let one): Summary(Self.costs(one, outcomes).map(\.wall))?.median
    case .bytes(let one): Summary(Self.costs(one, outcomes).map { Double($0.peakBytes) })?.median
    }
  }

  private static func ratio(
    _ one: String, _ other: String, _ outcomes: [Runner.Outcome], _ value: (Cost) -> Double
  ) -> Double? {
    Summary.ratio(of: costs(one, outcomes).map(value), to: costs(other, outcomes).map(value))?
      .median
  }

  private static func costs(_ name: String, _ outcomes: [Runner.Outcome]) -> [Cost] {
    outcomes.first { $0.contestant.name == name && $0.failure == nil }?.costs ?? []
  }
}
