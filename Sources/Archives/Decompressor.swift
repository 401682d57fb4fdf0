/// One step of a decompressor over the bytes at hand.
struct DecodeStep {
  enum State {
    case running
    /// A member, frame or stream of the format is complete; another one may follow.
    case memberEnd
    /// As `memberEnd`, but the member's checksum is wrong. This many bytes of it are left.
    case checkFailed(rest: Int)
    case damaged
    /// It wants more memory than it is given.
    case tooLarge
  }

  var consumed: Int
  var produced: Int
  var state: State
}

/// A compressed stream format, one member at a time.
protocol Decompressor: AnyObject {
  /// Decodes as far as input and output reach. An empty input asks for what is still inside.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> DecodeStep

  /// Begins the next member.
  /// - Returns: false when there is no memory for it.
  func restart() -> Bool
}
