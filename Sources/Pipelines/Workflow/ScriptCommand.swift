/// A simple command of a script: its words, and what becomes of its output. Of Python it is a call:
/// what is called, and its arguments.
struct ScriptCommand {
  /// Its place among the commands of the script.
  var index = 0
  /// The words as written, quotes included; redirections are none.
  private(set) var words: [Range<Int>] = []
  /// What a shell sets for it alone, or for itself if no words follow: `NAME=VALUE`.
  private(set) var settings: [Range<Int>] = []
  /// Where its output is redirected to, as written, if the log does not show it there.
  var targets: [Range<Int>] = []
  /// The command that its output goes into.
  var reader: Int?
  /// The here-document that it reads, and whether lookups in it are expanded.
  var body: (range: Range<Int>, expands: Bool)?
  /// Behind a call's closing bracket.
  private let callEnd: Int?

  /// Whether its output goes into another command.
  var isPiped: Bool { reader != nil }

  /// All of its words; without any, what it sets.
  var range: Range<Int> {
    let parts = words.isEmpty ? settings : words
    return (parts.first?.lowerBound ?? 0)..<(callEnd ?? parts.last?.upperBound ?? 0)
  }

  init() { callEnd = nil }

  /// A call with its arguments.
  init(call: Range<Int>, arguments: [Range<Int>], end: Int) {
    words = [call] + arguments
    callEnd = end
  }

  mutating func add(_ word: Range<Int>) { words.append(word) }

  mutating func addSetting(_ word: Range<Int>) { settings.append(word) }
}
