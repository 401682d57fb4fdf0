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

/// The unit of matching: rule `rule` is tried for a keyword at `keyword`, and all it may depend on
/// are the bytes `lowest..<highest`, which are its whole subject.
///
/// A scan of a text that differs in part from one already scanned may keep the outcome of a record
/// whose bytes, and one more on each side, did not change.
struct AnchorRecord: Hashable {
  let rule: Int
  let keyword: Int
  let lowest: Int
  let highest: Int
}
