public import Archives

/// The limits in force while inputs are read.
public struct InputLimits: Sendable {
  /// An input larger than this is read in segments.
  public var segmentBytes = 32 << 20
  /// What neighbouring segments share on each side of a cut, so that nothing is lost at it.
  public var overlapBytes = 64 << 10
  /// An archive that git keeps as a blob larger than this is not opened: git hands a blob out as a
  /// stream, and an archive in it must be held.
  public var blobArchiveBytes = 128 << 20
  /// The limits on archives.
  public var archives = ArchiveLimits()

  /// The limits by default.
  public init() {}
}
