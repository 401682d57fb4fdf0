/// Patterns of Go's RE2, which PCRE2 takes but for a few letters.
enum RE2Pattern {
  /// The pattern with the group named `secret` that holds the value: the group of that number, else
  /// the first one, else the whole match.
  ///
  /// - Returns: `nil` if there is no such group.
  static func converted(_ pattern: String, secretGroup: Int?) -> String? {
    let groups = captures(in: pattern)
    let wanted = secretGroup ?? 0
    if wanted == 0, groups.isEmpty { return "(?<secret>\(pattern))" }
    let index = wanted == 0 ? 0 : wanted - 1
    guard groups.indices.contains(index) else { return nil }
    let group = groups[index]
    return pattern[..<group.lowerBound] + "(?<secret>" + pattern[group.upperBound...]
  }

  /// Whether a match may stand on several lines.
  static func spansLines(_ pattern: String) -> Bool {
    ["\\s\\S", "\\S\\s", "(?s", "\\n"].contains { pattern.contains($0) }
  }

  /// A text as a pattern for itself.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { pattern, character in
      if "\\^$.|?*+()[]{}".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
  }

  /// The openings of the capturing groups, in order: `(`, `(?P<name>` or `(?<name>`.
  private static func captures(in pattern: String) -> [Range<String.Index>] {
    var openings: [Range<String.Index>] = []
    var index = pattern.startIndex
    var isClass = false
    while index < pattern.endIndex {
      let next = pattern.index(after: index)
      switch pattern[index] {
      case "\\":
        index = next < pattern.endIndex ? pattern.index(after: next) : next
        continue
      case "[" where !isClass:
        isClass = true
        // `]` as the first character of a class is itself.
        var first = next
        if first < pattern.endIndex, pattern[first] == "^" { first = pattern.index(after: first) }
        if first < pattern.endIndex, pattern[first] == "]" {
          index = pattern.index(after: first)
          continue
        }
      case "]": isClass = false
      case "(" where !isClass:
        if let opening = opening(in: pattern, at: index) { openings.append(opening) }
      default: break
      }
      index = next
    }
    return openings
  }

  private static func opening(in pattern: String, at index: String.Index) -> Range<String.Index>? {
    let rest = pattern[pattern.index(after: index)...]
    guard rest.hasPrefix("?") else { return index..<rest.startIndex }
    guard rest.hasPrefix("?P<") || rest.hasPrefix("?<"), !rest.hasPrefix("?<="),
      !rest.hasPrefix("?<!"), let end = rest.firstIndex(of: ">")
    else { return nil }
    return index..<pattern.index(after: end)
  }
}
