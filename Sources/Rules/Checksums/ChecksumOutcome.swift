/// What a look at the checksum inside a value says.
public enum ChecksumOutcome: Sendable, Hashable {
  /// It agrees.
  case good
  /// It does not agree.
  case bad
  /// The value is not of the form that has this checksum.
  case notApplicable
}
