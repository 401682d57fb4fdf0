internal import Findings

/// How long a kind of credential lives, in words.
enum LifetimePhrase {
  /// Such as "until rotated" or "1 h by default, 24 h at most".
  static func short(_ lifetime: Lifetime) -> String {
    switch lifetime {
    case .static: return "until rotated"
    case .ephemeral(let usual, let maximum):
      let parts = [
        usual.map { "\(span($0)) by default" }, maximum.map { "\(span($0)) at most" },
      ]
      let known = parts.compactMap { $0 }.joined(separator: ", ")
      return known.isEmpty ? "it dies by itself" : known
    }
  }

  private static func span(_ seconds: Int64) -> String {
    if seconds % 86_400 == 0 { return "\(seconds / 86_400) d" }
    if seconds % 3_600 == 0 { return "\(seconds / 3_600) h" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
  }
}
