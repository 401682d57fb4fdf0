public import Findings
public import Rules

/// A value that a rule proposed.
public struct Candidate: Sendable {
  /// The rule.
  public let rule: Rule
  /// Which candidate wins where several have the same bytes: the higher one.
  var rank: Int
  /// The value.
  public let secret: Secret
  /// Where it stands in the subject's text.
  public let range: Range<Int>
  /// The name beside it, such as `DB_PASSWORD`.
  public internal(set) var name: String?
  /// The place in words.
  public let place: Place
  /// Why it was proposed, and what was seen since.
  public internal(set) var evidence: Evidence
  /// The rule's severity, changed by what was seen.
  public let severity: Severity
  /// The rule's confidence, changed by what was seen.
  public let confidence: Confidence
  /// The index in ``Subject/blocks`` of the printed environment that holds the value.
  public var dump: Int?

  /// Takes the name of another candidate for the same secret, unless it has one of its own.
  mutating func takeName(of other: Candidate) {
    guard name == nil, let found = other.name else { return }
    name = found
    evidence.name = found
  }
}
