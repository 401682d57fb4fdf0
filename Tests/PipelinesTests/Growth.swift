/// How the time of some work grows with its input: the shortest runs for N, 2N and 4N. Other work on the
/// machine may disturb a round, but hardly six in a row.
struct Growth: CustomStringConvertible {
  private var seconds = [Double](repeating: .infinity, count: 3)

  /// - Parameters:
  ///   - count: N.
  ///   - make: makes an input; its time is not measured.
  ///   - work: what is measured, after a first run that finds nothing prepared.
  init<Input>(
    of count: Int, make: (Int) -> Input, work: (Input) throws -> Void
  ) rethrows {
    let inputs = [1, 2, 4].map { make(count * $0) }
    try work(inputs[0])
    for _ in 0..<6 {
      for (index, input) in inputs.enumerated() {
        let time = try ContinuousClock().measure { try work(input) }.components
        seconds[index] = min(
          seconds[index], Double(time.seconds) + Double(time.attoseconds) / 1e18)
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
