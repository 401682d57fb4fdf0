internal import Patterns

/// Finds the matches of one rule in a text: keywords, windows, pattern. Plain rather than fast: the
/// reference for what a scan must find.
struct RuleSearch: ~Copyable {
  /// A match of a rule's pattern.
  struct Match: Hashable {
    let whole: Range<Int>
    let secret: Range<Int>
  }

  /// What a search came to.
  struct Outcome {
    var matches: Set<Match> = []
    /// The indices of the keywords that stood in a match.
    var keywordsInMatches: Set<Int> = []
    /// Whether a limit was reached or the pattern failed.
    var isIncomplete = false
  }

  private var matcher = Matcher()

  /// Searches around each keyword, or around the first `hitLimit` hits of each.
  mutating func search(_ rule: Rule, in text: [UInt8], hitLimit: Int = .max) -> Outcome {
    var outcome = Outcome()
    guard let pattern = rule.pattern else { return outcome }
    for (index, keyword) in rule.keywords.enumerated() {
      for hit in hits(of: keyword, in: text, limit: hitLimit) {
        let window = rule.window.range(around: hit, in: text)
        var start = window.lowerBound
        loop: while true {
          let result = matcher.firstMatch(of: pattern, in: text.span, from: start, window: window)
          switch result {
          case .match(let whole, let secret):
            // An anchor `match` is a promise: what the keyword is no part of is not its match.
            if keyword.anchor == .context || whole.contains(hit) {
              outcome.matches.insert(Match(whole: whole, secret: secret))
              let rows = rule.rows?.read(
                behind: secret, from: whole.lowerBound, in: text.span, window: window,
                keywords: rule.keywords)
              for secret in rows?.secrets ?? [] {
                outcome.matches.insert(Match(whole: whole, secret: secret))
              }
            }
            if whole.contains(hit) { outcome.keywordsInMatches.insert(index) }
          case .none: break loop
          case .limit, .failed:
            outcome.isIncomplete = true
            break loop
          }
          guard let next = result.resumption else { break }
          start = next
        }
      }
    }
    return outcome
  }

  private mutating func hits(
    of keyword: Rule.Keyword, in text: [UInt8], limit: Int
  ) -> [Int] {
    let pattern = Pattern((keyword.ignoresCase ? "(?i)" : "") + "\\Q\(keyword.text)\\E")
    var hits: [Int] = []
    var start = 0
    while hits.count < limit,
      case .match(let whole, _) = matcher.firstMatch(
        of: pattern, in: text.span, from: start, window: 0..<text.count)
    {
      hits.append(whole.lowerBound)
      start = whole.lowerBound + 1
    }
    return hits
  }
}
