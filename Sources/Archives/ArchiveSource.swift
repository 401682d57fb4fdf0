/// Where the bytes of a top-level file come from.
public enum ArchiveSource {
  /// An open file, read from its start if it is a regular one, otherwise from where it stands.
  /// The walk does not close it.
  case file(descriptor: Int32)
  /// Bytes in memory.
  case bytes([UInt8])
  /// A closure that gives the next bytes, nil or none at the end; it is not called again then.
  case chunks(() throws(ArchiveReadError) -> [UInt8]?)
}

/// A failure to read the source itself.
public struct ArchiveReadError: Error, Sendable, Hashable {
  /// The `errno` of the failure.
  public var code: Int32

  /// A failure from its `errno`.
  public init(code: Int32) {
    self.code = code
  }
}
