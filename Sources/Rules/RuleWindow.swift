internal import Findings

extension Rule.Window {
  /// The window of a rule file that names none: a token and what stands beside it, on one line.
  public static let standard = Rule.Window(before: 64, after: 512, lines: 0)

  /// The bytes that the pattern sees around a keyword at `hit`: from `before` bytes before it to
  /// `after` bytes behind its first byte, cut at the line breaks (LF) that bound the window. They
  /// are the pattern's whole subject.
  public func range(around hit: Int, in bytes: [UInt8]) -> Range<Int> {
    let lowest = max(0, hit - before)
    let highest = hit + min(after, bytes.count - hit)
    guard let lines else { return lowest..<highest }
    var lower = Newlines.endOfLast(in: bytes, lowest..<hit)
    var upper = Newlines.first(in: bytes, hit..<highest)
    for _ in 0..<lines {
      if lower > lowest { lower = Newlines.endOfLast(in: bytes, lowest..<lower - 1) }
      if upper < highest { upper = Newlines.first(in: bytes, upper + 1..<highest) }
    }
    return lower..<upper
  }
}
