import Findings

/// Texts as SARIF's readers want them.
enum SARIFText {
  /// A description, safe to show and no longer than GitHub takes.
  static func short(_ text: String, _ limit: Int = 1_024) -> String {
    let shown = Visible.text(text)
    return shown.utf16.count <= limit ? shown : String(shown.prefix(limit / 2)) + "…"
  }

  /// Text as Markdown: code between backticks stays, and no HTML begins outside of it.
  static func markdown(_ text: String) -> String {
    var isCode = false
    return Visible.text(text).reduce(into: "") { markdown, character in
      if character == "`" { isCode.toggle() }
      markdown += character == "<" && !isCode ? "&lt;" : String(character)
    }
  }

  /// Whether a version is one of Semantic Versioning 2.0: three numbers, then perhaps `-…` or `+…`.
  static func isSemantic(_ version: String) -> Bool {
    let core = version.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 3
      && numbers.allSatisfy { number in
        !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && (number == "0" || number.first != "0")
      }
  }
}
