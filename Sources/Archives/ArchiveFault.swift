/// What kept an archive or a member from being read in full.
public enum ArchiveFault: Error, Sendable, Hashable {
  /// The bytes end too early; all that could be decoded was delivered.
  case truncated
  /// The bytes contradict themselves, by a checksum or by their structure; all that could be
  /// decoded was delivered.
  case damaged
  /// A limit was met; what was delivered before it stands.
  case limited(ArchiveLimit)
  /// The content needs a password.
  case encrypted
  /// It has the marker of an archive, or is a member of one, and the reader cannot open it. An
  /// archive's raw bytes were delivered instead.
  case unreadable
  /// The operating system or the caller's closure failed to read, with this `errno`.
  case readFailed(Int32)
  /// The archive was read in full, and bytes that belong to no member follow it.
  case trailingBytes
}

/// How the delivery of one member ended.
public struct MemberOutcome: Sendable, Hashable {
  /// Nil when the member was delivered in full.
  public var fault: ArchiveFault?
  /// The bytes given to `append`.
  public var bytes: Int

  /// An outcome after so many bytes.
  public init(fault: ArchiveFault?, bytes: Int) {
    self.fault = fault
    self.bytes = bytes
  }
}

/// A fault that belongs to an archive and not to one delivered member: members may be missing.
public struct ArchiveProblem: Sendable, Hashable {
  /// The archive's own place, as in `ArchiveMember.path`; empty for the top-level file.
  public var path: [[UInt8]]
  /// What is wrong with it.
  public var fault: ArchiveFault

  /// A problem of the archive at a place.
  public init(path: [[UInt8]], fault: ArchiveFault) {
    self.path = path
    self.fault = fault
  }
}
