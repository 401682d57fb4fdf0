/// The commands of a script while they are found, word by word: what shells have in common.
struct CommandList {
  private(set) var commands: [ScriptCommand] = []
  private var command = ScriptCommand()
  /// What the next word is, if it is none of the command.
  private var target: Target?
  private var groups = CommandGroups()

  private enum Target {
    /// Where the output goes.
    case output
    /// Where another stream goes.
    case other
  }

  /// The words of the command that has not ended.
  var words: [Range<Int>] { command.words }

  /// Whether a word would be the first of its command.
  var isFresh: Bool { command.words.isEmpty && command.settings.isEmpty && target == nil }

  /// Adds a word to the command; behind `>` it is where the output goes.
  mutating func add(_ word: Range<Int>, in script: [UInt8]) {
    switch target {
    case nil: command.add(word)
    case .output where !Self.isShown(script[script.unquoted(word)]): command.targets.append(word)
    case .output, .other: break
    }
    target = nil
  }

  /// Adds a `NAME=VALUE` before the command's first word.
  mutating func addSetting(_ word: Range<Int>) { command.addSetting(word) }

  /// Ends the command, if it has begun.
  mutating func end(piped: Bool = false) {
    let isCommand = !command.words.isEmpty || !command.settings.isEmpty
    if isCommand {
      command.index = commands.count
      if piped { command.reader = commands.count + 1 }
      commands.append(command)
      groups.own(command.index)
    }
    groups.end(targets: command.targets, reader: piped ? commands.count : nil)
    command = ScriptCommand()
    target = nil
  }

  /// Opens a group of commands: `{`, `(`, `if`.
  mutating func open(_ mark: CommandGroups.Mark) { groups.open(mark) }

  /// Closes a group; what follows up to the command's end becomes of the output of all its commands.
  mutating func close(_ mark: CommandGroups.Mark) {
    end()
    groups.close(mark)
  }

  /// Ends the last command, and gives those of groups what becomes of the output of the group.
  mutating func finish() {
    end()
    groups.hand(to: &commands)
  }

  /// Gives a command the here-document that it reads.
  mutating func give(_ body: Range<Int>, expands: Bool, toCommand index: Int) {
    if commands.indices.contains(index) { commands[index].body = (body, expands) }
  }
}

// MARK: - Pipes and redirections

extension CommandList {
  /// Takes `|`, `||`, or what redirects a stream, at an offset: `>`, `2>`, `&>`, `>&2`.
  ///
  /// - Returns: the offset behind it; `nil` if none of them stands there.
  mutating func takeMark(in script: [UInt8], at: Int) -> Int? {
    switch script[at] {
    case UInt8(ascii: "|"):
      let isOr = script.has("||", at: at)
      end(piped: !isOr)
      return at + (isOr ? 2 : 1)
    case UInt8(ascii: ">"):
      return takeRedirection(in: script, at: at, of: nil)
    case UInt8(ascii: "&") where script.has("&>", at: at):
      target = .output
      return at + (script.has("&>>", at: at) ? 3 : 2)
    case let byte where byte.isDigit || byte == UInt8(ascii: "*"):
      var mark = at + 1
      while mark < script.count, mark < at + 3, script[mark].isDigit { mark += 1 }
      guard mark < script.count, script[mark] == UInt8(ascii: ">") else { return nil }
      return takeRedirection(in: script, at: mark, of: script[at..<mark])
    default:
      return nil
    }
  }

  private mutating func takeRedirection(
    in script: [UInt8], at mark: Int, of stream: ArraySlice<UInt8>?
  ) -> Int {
    var end = mark + 1
    if end < script.count, ">|".utf8.contains(script[end]) { end += 1 }
    if end < script.count, script[end] == UInt8(ascii: "&") {
      end += 1
      var number = end
      while number < script.count, script[number].isDigit { number += 1 }
      // Into another stream, which the log shows, too.
      if number > end { return number }
    }
    let isOutput = stream?.first.map { $0 == UInt8(ascii: "1") || !$0.isDigit } ?? true
    target = isOutput ? .output : .other
    return end
  }

  /// Whether the log shows what is written to a file.
  private static func isShown(_ path: ArraySlice<UInt8>) -> Bool {
    ["/dev/stderr", "/dev/stdout", "/dev/tty", "/dev/fd/1", "/dev/fd/2", "con", "CON"].contains {
      path.elementsEqual($0.utf8)
    }
  }
}
