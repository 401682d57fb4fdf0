/// What a reading may cost before it stops, with a problem that says so.
public struct YAMLLimits: Sendable {
  /// Longer inputs are refused. At most 4 GiB, for places are kept in 32 bits.
  public var maximumBytes: Int
  /// Collections within collections; at most 1,000, for nodes are freed by recursion.
  public var maximumDepth: Int
  /// Nodes of all documents together. A node takes about 50 bytes.
  public var maximumNodes: Int
  /// How often the reader starts again behind a syntax error.
  public var maximumResumptions: Int

  /// Limits fit for hostile input.
  public init(
    maximumBytes: Int = 10 << 20, maximumDepth: Int = 200, maximumNodes: Int = 1_000_000,
    maximumResumptions: Int = 10_000
  ) {
    self.maximumBytes = min(max(maximumBytes, 0), Int(UInt32.max))
    self.maximumDepth = min(max(maximumDepth, 1), 1_000)
    self.maximumNodes = max(maximumNodes, 1)
    self.maximumResumptions = max(maximumResumptions, 0)
  }
}
