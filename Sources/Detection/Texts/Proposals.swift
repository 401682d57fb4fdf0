/// The matches of a rule around one keyword, by their distance from it; shared by all versions of a
/// text that hold them.
final class ProposedMatches: Sendable {
  /// The rule, by its index in the engine's list.
  let rule: Int
  /// The secrets, and what the judge says of each.
  let secrets: [Judged]
  /// Whether the matcher reached a limit.
  let isLimited: Bool

  init(rule: Int, secrets: [Judged], isLimited: Bool) {
    self.rule = rule
    self.secrets = secrets
    self.isLimited = isLimited
  }
}

/// An assignment that the text scan read around one keyword, by its distance from it.
final class ProposedAssignment: Sendable {
  let assignment: ScannedAssignment
  let name: String
  /// What the judge says of it; `nil` without a rule for what its name means.
  let judged: Judged?
  /// The rule of a provider that the value fits, whose word stands in the name or near it.
  let provider: ProviderMatch?
  /// The rule, by its index, of the provider whose word stands in the name or before it.
  let issuer: Int?

  init(
    _ assignment: ScannedAssignment, name: String, judged: Judged?, provider: ProviderMatch?,
    issuer: Int?
  ) {
    self.assignment = assignment
    self.name = name
    self.judged = judged
    self.provider = provider
    self.issuer = issuer
  }
}

/// A trial and its outcome, so that a value that stands in thousands of versions is judged once.
///
/// It depends on the rule, the value, its notation and the kind of file only. What a parser said, what
/// a configuration or a comment allows, is asked for each document.
struct Judged: Sendable {
  /// Where the value stands; the trial's range may have been narrowed.
  let range: Range<Int>
  /// The trial, after it.
  let trial: Trial
  let verdict: Verdict

  init(_ trial: Trial) {
    range = trial.range
    var trial = trial
    verdict = Judge.examine(&trial)
    self.trial = trial
  }
}
