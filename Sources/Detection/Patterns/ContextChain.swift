/// Of the keywords that stand beside a rule's matches, which are tried.
///
/// A window of the same rule that reaches half its way beyond a keyword has seen what belongs to it:
/// so a line of a megabyte with a keyword in every word stays linear.
struct ContextChain {
  /// For each rule the keyword that was tried last, and the end of its window.
  private var tried: [Int: (keyword: Int, end: Int)] = [:]

  /// Forgets the last text; keeps the memory.
  mutating func begin() {
    if !tried.isEmpty { tried.removeAll(keepingCapacity: true) }
  }

  /// Whether a keyword need not be tried. Keywords are asked about in order.
  func skips(_ rule: Int, at keyword: Int, reach: Int) -> Bool {
    guard let last = tried[rule] else { return false }
    return keyword < last.end && keyword - last.keyword <= reach / 2
  }

  /// Notes that a keyword is tried.
  mutating func note(_ rule: Int, at keyword: Int, window: Range<Int>) {
    tried[rule] = (keyword, window.upperBound)
  }
}
