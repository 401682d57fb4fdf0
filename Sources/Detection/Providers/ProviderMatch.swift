/// A value of the shape of a provider's keys, and the provider's name.
struct ProviderMatch: Sendable, Hashable {
  /// How a value hangs on the name.
  enum Bond: Sendable, Hashable {
    case assigned, mentioned, beside
  }

  /// The rule, by its index in the engine's list.
  let rule: Int
  var range: Range<Int>
  /// The whole name that holds the provider's word.
  var name: Range<Int>
  let bond: Bond

  /// The same match in a text where it stands elsewhere.
  func moved(by shift: Int) -> ProviderMatch {
    var moved = self
    moved.range = range.moved(by: shift)
    moved.name = name.moved(by: shift)
    return moved
  }
}
