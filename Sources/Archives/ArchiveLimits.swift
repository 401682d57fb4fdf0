/// How far an archive is followed before the walk says that it went no further.
///
/// No limit loses what was delivered before it was met.
public struct ArchiveLimits: Sendable, Equatable {
  /// Containers and compressed streams inside each other; a `.tar.gz` takes two.
  public var depth = 8
  /// Bytes that may come out for each byte of the top-level file that went in.
  public var ratio = 200
  /// Bytes that may come out at one depth before `ratio` is asked: small files compress well.
  public var ratioFloor = 64 << 20
  /// Bytes delivered of one member.
  public var memberBytes = 1 << 30
  /// Bytes that come out at any one depth of one top-level file.
  public var totalBytes = 8 << 30
  /// Members of one top-level file, at all depths together.
  public var entries = 1_000_000
  /// Bytes of one member's name; a longer name is cut, its content is still delivered.
  public var nameBytes = 4096
  /// Bytes held in memory for nested archives that cannot be read as a stream (7z), all together.
  public var heldBytes = 64 << 20

  /// The limits in force when nothing else is said.
  public init() {}
}

/// One of the limits of `ArchiveLimits`.
public enum ArchiveLimit: Sendable, Hashable {
  case depth, ratio, memberBytes, totalBytes, entries, nameBytes
  /// A stream wants more memory than it is given, or a nested archive is too large to be held.
  case memory
}
