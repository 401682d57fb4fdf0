extension Rule.Window {
  /// The window of a rule file that names none: a token and what stands beside it, on one line.
  public static let standard = Rule.Window(before: 64, after: 512, lines: 0)

  /// The bytes that the pattern sees around a keyword at `hit`: from `before` bytes before it to
  /// `after` bytes behind its first byte, cut at the line breaks (LF) that bound the window. They
  /// are the pattern's whole subject.
  public func range(around hit: Int, in bytes: Span<UInt8>) -> Range<Int> {
    let lowest = max(0, hit - before)
    let highest = hit + min(after, bytes.count - hit)
    guard let lines else { return lowest..<highest }
    var lower = hit
    var left = lines
    while lower > lowest {
      if bytes[lower - 1] == UInt8(ascii: "\n") {
        if left == 0 { break }
        left -= 1
      }
      lower -= 1
    }
    var upper = hit
    left = lines
    while upper < highest {
      if bytes[upper] == UInt8(ascii: "\n") {
        if left == 0 { break }
        left -= 1
      }
      upper += 1
    }
    return lower..<upper
  }
}
