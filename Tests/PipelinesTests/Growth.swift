/// How the time of some work grows with its input: the shortest of three runs for N, 2N and 4N, so that
/// other work on the machine disturbs little.
struct Growth: CustomStringConvertible {
  private let seconds: [Double]

  /// - Parameters:
  ///   - count: N.
  ///   - make: makes an input; its time is not measured.
  ///   - work: what is measured.
  init<Input>(
    of count: Int, make: (Int) -> Input, work: (Input) throws -> Void
  ) rethrows {
    seconds = try [1, 2, 4].map { factor in
      let input = make(count * factor)
      var shortest = Double.infinity
      for _ in 0..<3 {
        let time = try ContinuousClock().measure { try work(input) }
        shortest = min(
          shortest, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
      }
      return shortest
    }
  }

  /// Four times the input may take four times as long; a square would take 16 times.
  var isLinear: Bool { seconds[2] < 8 * seconds[0] }

  var description: String {
    seconds.map { "\(Int($0 * 1e6)) µs" }.joined(separator: ", ")
  }
}
