/// The commands of a script while they are found, word by word: what shells have in common.
struct CommandList {
  private(set) var commands: [ScriptCommand] = []
  private var command = ScriptCommand()
  private var isTarget = false

  /// The words of the command that has not ended.
  var words: [Range<Int>] { command.words }

  /// Adds a word to the command; behind `>` it is where the output goes.
  mutating func add(_ word: Range<Int>) {
    command.add(word, isTarget: isTarget)
    isTarget = false
  }

  /// Ends the command, if it has begun.
  mutating func end(piped: Bool = false) {
    command.end(piped: piped)
    if !command.words.isEmpty { commands.append(command) }
    command = ScriptCommand()
    isTarget = false
  }

  /// Takes `|`, `||`, `>` or `>&` at an offset.
  ///
  /// - Returns: the offset behind it; `nil` if none of them stands there.
  mutating func takeMark(in script: [UInt8], at: Int) -> Int? {
    switch script[at] {
    case UInt8(ascii: "|"):
      let isOr = script.has("||", at: at)
      end(piped: !isOr)
      return at + (isOr ? 2 : 1)
    case UInt8(ascii: ">"):
      isTarget = true
      return at + (script.has(">&", at: at) ? 2 : 1)
    default:
      return nil
    }
  }

  /// Gives a command the here-document that it reads.
  mutating func give(_ body: Range<Int>, toCommand index: Int) {
    if commands.indices.contains(index) { commands[index].body = body }
  }
}
