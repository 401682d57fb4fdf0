/// Finds the ends of what shells nest.
enum ShellBrackets {
  private enum Opened {
    case parenthesis, quote
  }

  /// Just behind the `)` of a substitution that began before `start`; `nil` if there is none.
  /// Quotes hide parentheses, and substitutions within double quotes nest. O(length).
  static func closing(_ bytes: [UInt8], from start: Int, _ limit: Int) -> Int? {
    var open: [Opened] = [.parenthesis]
    var at = start
    while at < limit {
      let isQuoted = open.last == .quote
      switch bytes[at] {
      case .backslash:
        at += 1
      case .doubleQuote:
        if isQuoted { open.removeLast() } else { open.append(.quote) }
      case .singleQuote where !isQuoted:
        guard let close = bytes[(at + 1)..<limit].firstIndex(of: .singleQuote) else { return nil }
        at = close
      case .openParenthesis where !isQuoted || bytes[at - 1] == .dollar:
        open.append(.parenthesis)
      case .closeParenthesis where !isQuoted:
        open.removeLast()
        if open.isEmpty { return at + 1 }
      default:
        break
      }
      at += 1
    }
    return nil
  }
}
