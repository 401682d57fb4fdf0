internal import Findings

extension [Finding] {
  /// How many findings one thread changes in a row.
  private static let share = 2 << 10

  /// Changes each finding by itself, on all threads that `sharing` has.
  ///
  /// - Parameters:
  ///   - start: makes what a thread remembers from one finding to the next.
  ///   - change: is given that, a finding and its index.
  mutating func edit<Memory>(
    _ sharing: some Sharing, remembering start: @escaping @Sendable () -> Memory,
    _ change: @escaping @Sendable (inout Memory, inout Finding, Int) -> Void
  ) {
    let count = count
    unsafe withUnsafeMutableBufferPointer { buffer in
      let places = unsafe Places(buffer: buffer)
      _ = sharing.map((count + Self.share - 1) / Self.share) { number in
        var memory = start()
        for index in number * Self.share..<Swift.min((number + 1) * Self.share, count) {
          unsafe change(&memory, &places.buffer[index], index)
        }
      }
    }
  }
}

/// The places of findings that are changed.
///
/// `@unchecked Sendable`: each place is changed by one thread, and all are done before the list is
/// anybody else's: `map` returns when the last of them is.
@unsafe private struct Places: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Finding>
}
