/// An expression of GitHub Actions, `${{ … }}`, from behind its opening mark.
///
/// Source: docs.github.com, "Evaluate expressions in workflows and actions": strings stand in
/// single quotes, a quote within one is doubled.
struct Expression {
  /// Just behind `}}`.
  let end: Int
  /// The longest string that can be the result: one that is all of the expression, or a branch of
  /// `||` and `&&`, but no side of a comparison and no argument.
  let text: Range<Int>?

  /// - Returns: `nil` if the expression or one of its strings is not closed.
  init?(_ bytes: [UInt8], from start: Int, _ limit: Int) {
    var text: Range<Int>?
    var mayBeResult = true
    var at = start
    while at < limit {
      switch bytes[at] {
      case .closeBrace where at + 1 < limit && bytes[at + 1] == .closeBrace:
        end = at + 2
        self.text = text
        return
      case .singleQuote:
        guard let close = Self.closingQuote(bytes, from: at + 1, limit) else { return nil }
        if mayBeResult, close - at - 1 > text?.count ?? 0,
          !Self.isCompared(bytes, behind: close + 1, limit)
        {
          text = at + 1..<close
        }
        at = close
        mayBeResult = false
      case UInt8(ascii: "|"), UInt8(ascii: "&"):
        mayBeResult = true
      case let byte where byte.isWhite:
        break
      default:
        mayBeResult = false
      }
      at += 1
    }
    return nil
  }

  private static func closingQuote(_ bytes: [UInt8], from start: Int, _ limit: Int) -> Int? {
    var at = start
    while at < limit {
      if bytes[at] == .singleQuote {
        guard at + 1 < limit, bytes[at + 1] == .singleQuote else { return at }
        at += 1
      }
      at += 1
    }
    return nil
  }

  private static func isCompared(_ bytes: [UInt8], behind start: Int, _ limit: Int) -> Bool {
    var at = start
    while at < limit, bytes[at].isWhite { at += 1 }
    return at < limit && "=!<>".utf8.contains(bytes[at])
  }
}
