/// A way to do one thing for many numbers. Modules that know no threads are given one by those that do;
/// it decides how long something takes, never what comes of it.
public protocol Sharing: Sendable {
  /// What `body` makes of each number below a count, in their order.
  ///
  /// - Parameter body: may be called on several threads at the same time.
  func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
  ) -> [Result]
}

/// One number after the other.
public struct InTurn: Sharing {
  /// A way without threads.
  public init() {}

  /// What `body` makes of each number below a count.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
  ) -> [Result] {
    (0..<count).map(body)
  }
}
