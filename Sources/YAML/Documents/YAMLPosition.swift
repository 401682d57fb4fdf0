/// A place in a text as editors count it.
public struct YAMLPosition: Sendable, Equatable {
  /// 1-based; lines end with LF or CR LF. (The other line breaks of YAML end no line here, so that
  /// lines agree with those of editors, git and grep.)
  public let line: Int
  /// 1-based, in characters (Unicode scalars), a byte order mark at the start not counted.
  public let column: Int
}
