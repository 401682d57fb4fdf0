/// A weakness of a pipeline: no secret by itself, but a way in which secrets live too long or leak.
public struct Weakness: Sendable, Hashable {
  /// The rule that it breaks.
  public let ruleID: String
  /// Where, in the bytes that were read.
  public let range: Range<Int>
  /// What was seen, one sentence each, with names of secrets and never a value.
  public let reasons: [String]

  /// A weakness.
  public init(ruleID: String, range: Range<Int>, reasons: [String]) {
    self.ruleID = ruleID
    self.range = range
    self.reasons = reasons
  }
}
