public import Findings

/// Does one thing for many numbers on some threads, which end with it.
public struct WorkSharing: Sharing {
  private let jobs: Int

  /// - Parameter jobs: how many threads work at the same time, the caller's included; at least 1.
  public init(jobs: Int) { self.jobs = jobs }

  /// What `body` makes of each number below a count, in their order.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
  ) -> [Result] {
    var made: [Result?] = Array(repeating: nil, count: count)
    WorkerPool(jobs: jobs, seed: nil).run(
      produce: { submit in for number in 0..<count { submit(number) } },
      makeWorker: { [(number: Int, result: Result)]() },
      work: { done, number in done.append((number, body(number))) },
      finish: { done in for one in done { made[one.number] = one.result } })
    return made.compactMap(\.self)
  }
}
