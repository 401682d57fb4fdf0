internal import Patterns

/// A comment by which people allow a finding: ours, or one of another scanner, because nobody writes
/// two for one line. General ones such as `nosec` and `noqa` mean other things than secrets and are
/// not among them.
enum InlineMark {
  /// The marks, as the one pass over a text looks for them.
  static let keywords: [Keyword] =
    ([own] + words).compactMap { Keyword($0.utf8) }
    + [Keyword(pragma.utf8, ignoringCase: true)].compactMap { $0 }

  /// What a mark allows, and where.
  enum Meaning: Equatable {
    /// Ours: what stands behind it says more.
    case own
    /// The line that it stands on.
    case line(String)
    /// The line after it.
    case nextLine(String)
  }

  static let own = "leakage:allow"
  /// Sources: the documentation of gitleaks, betterleaks, trufflehog, kingfisher, ggshield,
  /// secretlint and checkov.
  private static let words = [
    "gitleaks:allow", "betterleaks:allow", "trufflehog:ignore", "kingfisher:ignore", "ggignore",
    "secretlint-disable-line", "secretlint-disable-next-line", "checkov:skip=CKV_SECRET_",
  ]
  private static let pragma = "pragma:"

  /// What the mark with an index in ``keywords`` means, from the text that it begins.
  static func meaning(of index: Int, in text: ArraySlice<UInt8>) -> Meaning? {
    if index == 0 { return .own }
    guard index <= words.count else { return pragma(text.dropFirst(pragma.utf8.count)) }
    let word = words[index - 1]
    // `ggignored` and `ggignore-start` are other words.
    let next = text.dropFirst(word.utf8.count).first
    if word == "ggignore", let next, next.isAlphanumeric || next == UInt8(ascii: "-") {
      return nil
    }
    return word == "secretlint-disable-next-line" ? .nextLine(word) : .line(word)
  }

  /// detect-secrets' `pragma: allowlist secret`, with `whitelist`, `nextline` and `-` as it takes
  /// them.
  private static func pragma(_ text: ArraySlice<UInt8>) -> Meaning? {
    let words = text.prefix(40).split { $0 == 0x20 || $0 == UInt8(ascii: "-") }
      .prefix(3).map { String(decoding: $0, as: UTF8.self).lowercased() }
    guard let list = words.first, list == "allowlist" || list == "whitelist", words.count > 1
    else { return nil }
    if words[1].hasPrefix("secret") { return .line("pragma: allowlist secret") }
    return words.count > 2 && words[1] == "nextline" && words[2].hasPrefix("secret")
      ? .nextLine("pragma: allowlist nextline secret") : nil
  }
}
