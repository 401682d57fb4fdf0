/// A simple command of a script: its words, and what becomes of its output. Of Python it is a call:
/// what is called, and its arguments.
struct ScriptCommand {
  /// The words as written, quotes included; redirections are none.
  private(set) var words: [Range<Int>] = []
  /// Where its output is redirected to, as written.
  private(set) var targets: [Range<Int>] = []
  /// Whether its output goes into the next command.
  private(set) var isPiped = false
  /// The here-document that it reads.
  var body: Range<Int>?
  /// Behind a call's closing bracket.
  private let callEnd: Int?

  /// All of its words.
  var range: Range<Int> {
    (words.first?.lowerBound ?? 0)..<(callEnd ?? words.last?.upperBound ?? 0)
  }

  init() { callEnd = nil }

  /// A call with its arguments.
  init(call: Range<Int>, arguments: [Range<Int>], end: Int) {
    words = [call] + arguments
    callEnd = end
  }

  mutating func add(_ word: Range<Int>, isTarget: Bool = false) {
    if isTarget { targets.append(word) } else { words.append(word) }
  }

  mutating func end(piped: Bool) { isPiped = piped }
}
