public import Archives

/// The limits in force while inputs are read.
public struct InputLimits: Sendable {
  /// An input larger than this is read in segments.
  public var segmentBytes = 32 << 20
  /// What neighbouring segments share on each side of a cut, so that nothing is lost at it.
  public var overlapBytes = 64 << 10
  /// The limits on archives.
  public var archives = ArchiveLimits()

  /// The limits by default.
  public init() {}
}
