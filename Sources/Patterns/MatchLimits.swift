/// What one match attempt may cost before it ends in ``MatchResult/limit(_:)``.
public struct MatchLimits: Sendable, Hashable {
  /// Internal matching steps **for one start position**.
  ///
  /// PCRE2 counts anew at each start position, and does not count the bytes that a simple repeat
  /// such as `.*` runs over. A hostile pattern and text can cost a second for each 4 KiB of start
  /// positions: keep windows short, or search long ones in slices by `from` and `latestStart`, with
  /// a look at the clock between.
  public var steps: UInt32
  /// Nesting of backtracking points; only PCRE2's interpreter counts it.
  public var depth: UInt32
  /// Memory for backtracking in KiB; only PCRE2's interpreter uses it.
  public var heapKiB: UInt32
  /// The size in bytes up to which the stack of the machine code grows.
  public var stackBytes: Int

  /// About 4 ms for one start position, 20 ms and 32 MiB in the interpreter.
  public static let standard = MatchLimits()

  /// Limits that differ from ``standard`` in what is given.
  public init(
    steps: UInt32 = 1_000_000, depth: UInt32 = 100_000, heapKiB: UInt32 = 32 << 10,
    stackBytes: Int = 1 << 20
  ) {
    self.steps = steps
    self.depth = depth
    self.heapKiB = heapKiB
    self.stackBytes = stackBytes
  }
}
