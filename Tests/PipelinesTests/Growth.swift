import Glibc

/// How the time of some work grows with its input: the shortest runs for N, 2N and 4N, in time of the
/// thread alone, so that other work on the machine disturbs little.
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
      // The shortest run is the easiest to disturb, and one too long hides a square.
      for (index, runs) in [5, 1, 1].enumerated() {
        for _ in 0..<runs {
          let start = Self.now
          try work(inputs[index])
          seconds[index] = min(seconds[index], Self.now - start)
        }
      }
      if isLinear { return }
    }
  }

  /// Four times the input may take four times as long; a square would take 16 times.
  var isLinear: Bool { seconds[2] < 8 * seconds[0] }

  var description: String {
    seconds.map { "\(Int($0 * 1e6)) µs" }.joined(separator: ", ")
  }

  /// The processor time of this thread.
  private static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
