internal import Findings

/// Does one thing for many numbers on the threads of a crew that have nothing else to do. The thread that
/// asks works, too, so that nothing depends on whether others come.
struct SharedWork: Sharing {
  private let helpers: Int
  private let offer: @Sendable (_ help: @escaping @Sendable () -> Void) -> Bool

  /// - Parameters:
  ///   - helpers: how many threads may help.
  ///   - offer: hands work to another thread and tells whether it was taken.
  init(
    helpers: Int = 0,
    offer: @escaping @Sendable (_ help: @escaping @Sendable () -> Void) -> Bool = { _ in false }
  ) {
    self.helpers = helpers
    self.offer = offer
  }

  func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
  ) -> [Result] {
    guard helpers > 0, count > 1 else { return (0..<count).map(body) }
    let loop = SharedLoop(count, body)
    for _ in 0..<min(helpers, count - 1) {
      guard offer({ loop.help() }) else { break }
    }
    return loop.results()
  }
}

/// The numbers that nobody has taken yet, and what came of the others.
///
/// `@unchecked Sendable`: every access to the fields is between `lock` and `unlock` of `monitor`.
private final class SharedLoop<Result: Sendable>: @unchecked Sendable {
  private let monitor = Monitor()
  /// Nil when all is done: help that nobody took may wait for long, and must not hold a text.
  private var body: (@Sendable (Int) -> Result)?
  private var made: [Result?]
  private var next = 0
  private var running = 0

  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) {
    self.body = body
    made = Array(repeating: nil, count: count)
  }

  /// Works until no number is left.
  func help() {
    monitor.lock()
    while let body, next < made.count {
      let number = next
      next += 1
      running += 1
      monitor.unlock()
      let result = body(number)
      monitor.lock()
      made[number] = result
      running -= 1
      if running == 0 { monitor.broadcast() }
    }
    monitor.unlock()
  }

  /// Works and waits until all are done. Those who still come to help find nothing to do.
  func results() -> [Result] {
    help()
    monitor.lock()
    defer { monitor.unlock() }
    while running > 0 { monitor.wait() }
    let results = made.compactMap(\.self)
    made = []
    body = nil
    return results
  }
}
