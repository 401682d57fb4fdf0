/// What a walk through packs holds, in bytes, and whether it checks names.
public struct WalkLimits: Sendable, Hashable {
  /// Larger objects, and larger deltas, are left to git.
  public var whole: Int
  /// How much may be held of objects that wait for the deltas on them. A family that needs more is
  /// left to git.
  public var held: Int
  /// Whether the hash of each object is held against its name.
  public var verifies: Bool

  /// Limits for one thread.
  public init(whole: Int = 32 << 20, held: Int = 64 << 20, verifies: Bool = false) {
    self.whole = min(max(0, whole), Int(Int32.max))
    self.held = held
    self.verifies = verifies
  }
}
