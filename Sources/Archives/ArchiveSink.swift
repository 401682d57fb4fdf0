/// One file found by the walk: a member of an archive, or the content of a compressed stream.
public struct ArchiveMember: Sendable, Hashable {
  /// The raw names from the outermost container inwards.
  ///
  /// A compressed stream adds no name of its own, so that the content of a top-level `x.log.gz`
  /// has an empty path. A name is data, never a path to open: it may be absolute, hold `..`,
  /// control bytes or invalid UTF-8, or be empty.
  public var path: [[UInt8]]
  /// The size that the container claims, in bytes. It may be a lie: use it for display only.
  public var claimedSize: Int?
  /// Whether the content needs a password; nothing will be delivered.
  public var isEncrypted: Bool

  /// A member; only its name must be known.
  public init(path: [[UInt8]], claimedSize: Int? = nil, isEncrypted: Bool = false) {
    self.path = path
    self.claimedSize = claimedSize
    self.isEncrypted = isEncrypted
  }
}

/// A sink's answer to a member.
public enum MemberDecision: Sendable {
  case read
  /// Neither `append` nor `end` is called for this member.
  case skip
}

/// Takes what a walk finds: for each member `begin`, any number of `append`, `end`.
public protocol ArchiveSink: ~Copyable {
  mutating func begin(_ member: ArchiveMember) -> MemberDecision
  /// The next piece of the member, mostly 64 to 256 KiB; valid only during the call.
  mutating func append(_ chunk: Span<UInt8>)
  mutating func end(_ outcome: MemberOutcome)
  /// Comes between members, never between `begin` and `end`.
  mutating func report(_ problem: ArchiveProblem)
}
