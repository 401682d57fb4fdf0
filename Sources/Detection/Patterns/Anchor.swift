internal import Rules

/// A keyword of a rule, by its place in the engine's list.
struct Anchor: Sendable {
  /// The rule's index in the engine's list.
  let rule: Int
  /// Where the keyword stands.
  let place: Rule.Keyword.Anchor
  /// The keyword's length in bytes.
  let length: Int
}
