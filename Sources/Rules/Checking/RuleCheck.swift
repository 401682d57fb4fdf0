internal import Patterns

/// What keeps a rule honest: its own examples. For `leakage rules check`, the build and the tests.
public enum RuleCheck {
  /// Something that is wrong with a rule.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The rule's id.
    public let ruleID: String
    /// What is wrong, in lower case, without a full stop and without any text that a generator made.
    public let message: String

    /// `rule-id: message`.
    public var description: String { "\(ruleID): \(message)" }
  }

  /// Checks each rule by itself.
  ///
  /// - Parameters:
  ///   - rules: the rules.
  ///   - seeds: the numbers from which texts are made of the examples, each example once a number.
  ///   - isThorough: whether to try hostile texts too, which takes about 10 ms a rule.
  /// - Returns: the problems, by rule.
  public static func check(
    _ rules: [Rule], seeds: Range<UInt64> = 0..<8, isThorough: Bool = true
  ) -> [Problem] {
    var search = RuleSearch()
    var problems: [Problem] = []
    for rule in rules {
      // Without words a rule helps nobody, whatever it finds.
      var messages = WordCheck.messages(rule)
      if rule.detector == .pattern {
        // Recall and precision, as the rule itself states them.
        messages += ExampleCheck.messages(rule, seeds, &search)
        // A rule that meets a limit loses secrets on the attacker's terms.
        if isThorough { messages += HostileCheck.messages(rule, &search) }
      }
      if rule.detector == .named { messages += NamingCheck.messages(rule, seeds) }
      problems += messages.map { Problem(ruleID: rule.id, message: $0) }
    }
    return problems
  }
}
