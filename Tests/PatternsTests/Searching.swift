import Patterns

/// Searches all of a text, or a window of it, with a matcher of its own.
func search(
  _ pattern: String, in text: String, from start: Int = 0, latestStart: Int? = nil,
  window: Range<Int>? = nil, limits: MatchLimits = .standard
) -> MatchResult {
  let bytes = Array(text.utf8)
  var matcher = Matcher(limits: limits)
  return matcher.firstMatch(
    of: Pattern(pattern), in: bytes.span, from: start, latestStart: latestStart,
    window: window ?? 0..<bytes.count)
}

/// A match whose secret is the whole.
func whole(_ range: Range<Int>) -> MatchResult { .match(whole: range, secret: range) }
