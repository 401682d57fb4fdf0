/// A pattern meets no limit of the engine on texts made to make it backtrack.
enum HostileCheck {
  /// How many windows of a text are tried: they are alike.
  private static let windows = 4

  static func messages(_ rule: Rule, _ search: inout RuleSearch) -> [String] {
    for (name, text) in texts(for: rule)
    where search.search(rule, in: text, hitLimit: windows).isIncomplete {
      return ["the pattern meets a limit of the engine on \(name)"]
    }
    return []
  }

  /// Texts without a line break, twice as long as the window, so that more would change nothing:
  /// each keyword before a run that many classes match and before runs of separators, keywords
  /// alone, and examples that lack their end.
  private static func texts(for rule: Rule) -> [(name: String, text: [UInt8])] {
    let runs = ["a", "A1", "a:", "a=", "a b ", "\\n", "-", "\"", "a.", "a/", "x@", "=&"]
    let size = 2 * (rule.window.before + rule.window.after)
    var texts: [(name: String, text: [UInt8])] = []
    func filled(_ start: [UInt8], with run: [UInt8]) -> [UInt8] {
      guard !run.isEmpty else { return start }
      var filling = run
      while filling.count < size { filling += filling }
      return start + filling.prefix(size)
    }
    for keyword in rule.keywords {
      for run in runs {
        texts.append(("a run of \(run)", filled(Array(keyword.text.utf8), with: Array(run.utf8))))
      }
      texts.append(("a run of its keyword", filled([], with: Array(keyword.text.utf8))))
    }
    for example in rule.examples {
      guard let text = try? example.render(seed: 1), let secret = text.secrets.first else {
        continue
      }
      let cut = text.bytes[..<(secret.upperBound - 1)].filter { $0 != UInt8(ascii: "\n") }
      texts.append(("a run of its example", filled([], with: Array(cut))))
    }
    return texts
  }
}
