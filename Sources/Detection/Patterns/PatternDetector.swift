internal import Findings
internal import Patterns
internal import Rules

/// Tries the patterns of rules around their keywords.
///
/// For a keyword inside the match (anchor `match`), the leftmost matches that hold the keyword's
/// bytes count; for one beside it (anchor `context`), all matches in the window. The same secret of
/// the same rule counts once, however many keywords led to it.
struct PatternDetector {
  /// A rule's match.
  struct Match: Hashable {
    let rule: Int
    let secret: Range<Int>
  }

  /// The last window of each rule's context keywords, and the keyword it was tried for.
  private var tried: [Int: AnchorRecord] = [:]
  private var seen: Set<Match> = []
  private(set) var matches: [Match] = []
  private(set) var limits: [MatchLimit] = []
  private var limited: Set<Int> = []

  /// Forgets the last text; keeps the memory.
  mutating func begin() {
    tried.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    limits.removeAll(keepingCapacity: true)
    limited.removeAll(keepingCapacity: true)
  }

  /// Tries a rule for a keyword at an offset.
  mutating func examine(
    _ rule: Rule, _ anchor: Anchor, at offset: Int, in bytes: Span<UInt8>,
    with matcher: inout Matcher
  ) {
    guard let pattern = rule.pattern else { return }
    // A window of the same rule that reaches half its way beyond this keyword has seen what
    // belongs to it: so a line of a megabyte with a keyword in every word stays linear.
    if anchor.place == .context, let last = tried[anchor.rule], offset < last.highest,
      offset - last.keyword <= rule.window.after / 2
    {
      return
    }
    let window = rule.window.range(around: offset, in: bytes)
    let record = AnchorRecord(
      rule: anchor.rule, keyword: offset, lowest: window.lowerBound, highest: window.upperBound)
    let held = anchor.place == .match ? offset..<min(offset + anchor.length, bytes.count) : nil
    if anchor.place == .context { tried[anchor.rule] = record }
    search(pattern, record, holding: held, in: bytes, ruleID: rule.id, with: &matcher)
  }

  /// All matches in a record's window that hold the keyword's bytes, if it is to be held.
  private mutating func search(
    _ pattern: Pattern, _ record: AnchorRecord, holding keyword: Range<Int>?,
    in bytes: Span<UInt8>, ruleID: String, with matcher: inout Matcher
  ) {
    let window = record.lowest..<record.highest
    var start = window.lowerBound
    while true {
      let result = matcher.firstMatch(
        of: pattern, in: bytes, from: start, latestStart: keyword?.lowerBound, window: window)
      switch result {
      case .match(let whole, let secret):
        let holds = keyword.map {
          whole.contains($0.lowerBound)
        }
        if holds ?? true, !secret.isEmpty {
          let match = Match(rule: record.rule, secret: secret)
          if seen.insert(match).inserted { matches.append(match) }
        }
        guard let next = result.resumption, next < window.upperBound else { return }
        start = next
      case .none:
        return
      case .limit, .failed:
        if limited.insert(record.rule).inserted {
          limits.append(MatchLimit(ruleID: ruleID, offset: record.keyword))
        }
        return
      }
    }
  }
}
