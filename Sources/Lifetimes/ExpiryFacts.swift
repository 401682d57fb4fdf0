public import Findings

/// What a value tells about its own life. Nothing in it is secret.
public struct ExpiryFacts: Sendable, Hashable {
  /// When it was issued.
  public var issued: Timestamp?
  /// Since when it is valid.
  public var notBefore: Timestamp?
  /// When it expires; `nil` if it holds no expiry, or none that could be read.
  public var expires: Timestamp?
  /// Whether the value was read and holds no expiry, so that it is valid until it is revoked.
  public var hasNoExpiry: Bool
  /// What tells this, as the subject of a sentence; `nil` for the value itself. Of anything else nobody
  /// checked who made it.
  public var witness: String?
  /// What else it tells, such as its issuer.
  public var facts: [Evidence.Fact]

  /// Facts.
  public init(
    issued: Timestamp? = nil, notBefore: Timestamp? = nil, expires: Timestamp? = nil,
    hasNoExpiry: Bool = false, facts: [Evidence.Fact] = []
  ) {
    self.issued = issued
    self.notBefore = notBefore
    self.expires = expires
    self.hasNoExpiry = hasNoExpiry
    self.facts = facts
  }
}
