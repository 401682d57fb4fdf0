/// How the time of some work grows with its input: the shortest of three runs for N, 2N and 4N. Other
/// work on the machine may disturb a measurement, but hardly three in a row.
struct Growth: CustomStringConvertible {
  private var seconds: [Double] = []

  /// - Parameters:
  ///   - count: N.
  ///   - make: makes an input; its time is not measured.
  ///   - work: what is measured.
  init<Input>(
    of count: Int, make: (Int) -> Input, work: (Input) throws -> Void
  ) rethrows {
    let inputs = [1, 2, 4].map { make(count * $0) }
    for _ in 0..<3 {
      seconds = try inputs.map { input in
        var shortest = Double.infinity
        for _ in 0..<3 {
          let time = try ContinuousClock().measure { try work(input) }
          shortest = min(
            shortest, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        }
        return shortest
      }
      if isLinear { return }
    }
  }

  /// Four times the input may take four times as long; a square would take 16 times.
  var isLinear: Bool { seconds[2] < 8 * seconds[0] }

  var description: String {
    seconds.map { "\(Int($0 * 1e6)) µs" }.joined(separator: ", ")
  }
}
