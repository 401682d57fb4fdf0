/// The outcome of one search for a pattern.
///
/// ``none`` means that the pattern does not match. Whatever kept the search from its end is one of
/// the last two cases and belongs in a notification: a secret may have been missed.
public enum MatchResult: Sendable, Hashable {
  /// Which limit ended a search.
  public enum Limit: Sendable, Hashable {
    case steps, depth, heap, stack
  }

  /// There is no match.
  case none
  /// The leftmost match: offsets into the whole buffer. `secret` is `whole` when the pattern has
  /// no group named `secret` or that group took no part.
  case match(whole: Range<Int>, secret: Range<Int>)
  /// A limit of ``MatchLimits`` was reached.
  case limit(Limit)
  /// The pattern is invalid (a positive code), or PCRE2 failed (negative); see
  /// ``PatternError/text(for:)``.
  case failed(Int32)

  /// Where to search on for the next match that does not overlap this one; nil without a match.
  ///
  /// It lies behind the start of the search that gave this result, after an empty match too, so a
  /// loop that goes on from here ends.
  public var resumption: Int? {
    guard case .match(let whole, _) = self else { return nil }
    return whole.isEmpty ? whole.upperBound + 1 : whole.upperBound
  }
}
