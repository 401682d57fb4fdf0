internal import Patterns
internal import Rules

/// Tries the patterns of rules around their keywords.
///
/// For a keyword inside the match (anchor `match`), the leftmost matches that hold the keyword's
/// bytes count; for one beside it (anchor `context`), all matches in the window.
enum PatternDetector {
  /// Finds the secrets in a window around a keyword.
  ///
  /// - Parameters:
  ///   - window: all that the outcome depends on; see ``Rule/Window/range(around:in:)``. Made longer
  ///     where rows go on behind it.
  ///   - secrets: takes what is found, in order.
  /// - Returns: whether the matcher reached a limit, or rows were left, so that secrets may have been
  ///   missed.
  static func search(
    _ rule: Rule, _ anchor: Anchor, at keyword: Int, window reach: inout Range<Int>,
    in bytes: Span<UInt8>,
    with matcher: inout Matcher, into secrets: inout [Range<Int>]
  ) -> Bool {
    guard let pattern = rule.pattern else { return false }
    let window = reach
    let latest = anchor.place == .match ? keyword : nil
    var isCut = false
    var start = window.lowerBound
    while true {
      let result = matcher.firstMatch(
        of: pattern, in: bytes, from: start, latestStart: latest, window: window)
      switch result {
      case .match(let whole, let secret):
        if latest.map(whole.contains) ?? true, !secret.isEmpty {
          secrets.append(secret)
          if let rows = rule.rows {
            let found = rows.read(
              behind: secret, from: whole.lowerBound, in: bytes, window: window,
              keywords: rule.keywords)
            secrets += found.secrets
            isCut = isCut || found.isCut
            reach = reach.lowerBound..<max(reach.upperBound, found.end)
          }
        }
        guard let next = result.resumption, next < window.upperBound else { return isCut }
        start = next
      case .none: return isCut
      case .limit, .failed: return true
      }
    }
  }
}
