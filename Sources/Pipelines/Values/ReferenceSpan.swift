/// A lookup within a value.
struct ReferenceSpan {
  /// From its first to its last character, in offsets of the value.
  let range: Range<Int>
  /// A default or an alternative that stands there as text: the `x` of `${NAME:-x}`.
  let literal: Range<Int>?
}
