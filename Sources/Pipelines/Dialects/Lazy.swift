internal import Synchronization

/// A value that is made when someone first asks for it, by whichever thread comes first.
///
/// A scan of one file needs one dialect, or none; reading the key paths of all of them takes longer
/// than the scan.
final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value. Takes a lock: read it once, not in a loop.
  var value: Value {
    made.withLock { value in
      if let value { return value }
      let new = make()
      value = new
      return new
    }
  }
}
