internal import Findings

/// A word of a command line: its value, and where it stands.
struct CommandWord {
  let value: [UInt8]
  let range: Range<Int>

  /// Whether the word is a text.
  func equals(_ text: StaticString) -> Bool {
    value.count == text.utf8CodeUnitCount && begins(with: text)
  }

  /// Whether the word begins with a text.
  func begins(with text: StaticString) -> Bool {
    text.withUTF8Buffer { unsafe value.starts(with: $0) }
  }

  /// Whether the word is an option.
  var isFlag: Bool { value.count > 1 && value[0] == UInt8(ascii: "-") }

  /// Whether the word is `NAME=…` before a command.
  var isAssignment: Bool {
    guard let equals = value.firstIndex(of: UInt8(ascii: "=")), equals > 0,
      !Byte.isDigit(value[0])
    else { return false }
    return value[..<equals].allSatisfy(Byte.isWord)
  }

  /// The name of a program: without folder and `.exe`. Read from the text, because the backslashes
  /// of Windows are no escapes.
  func program(in text: [UInt8]) -> String {
    let word = text[range].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    let slash = word.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let name = String(decoding: word[((slash ?? -1) + 1)...].prefix(40), as: UTF8.self)
    return name.hasSuffix(".exe") ? String(name.dropLast(4)).lowercased() : name
  }
}

/// Cuts a printed command line into simple commands.
enum CommandWords {
  /// The most words of one command that are held together: a list of files may be longer than any
  /// command that is worth a look.
  private static let most = 4_096
  /// How many of its first words a command keeps when its other ones are let go of.
  private static let kept = 8

  /// Calls `body` with the commands of a line, without the assignments before them and without `sudo`
  /// and the like. A command of very many words comes in parts, each with its first words; what
  /// stands before `fresh` was in the part before. O(length), in memory that does not grow with it.
  static func forEachCommand(
    in line: Range<Int>, of text: [UInt8], _ body: (_ words: [CommandWord], _ fresh: Int) -> Void
  ) {
    var command: [CommandWord] = []
    var fresh = line.lowerBound
    var at = line.lowerBound
    while at < line.upperBound {
      while at < line.upperBound, text[at] <= Byte.space { at += 1 }
      guard at < line.upperBound else { break }
      let found = word(at: at, line.upperBound, of: text)
      at = max(found.range.upperBound, at + 1)
      if isSeparator(found) {
        if !command.isEmpty { body(command, fresh) }
        command.removeAll(keepingCapacity: true)
      } else if !(command.isEmpty && (found.isAssignment || isWrapper(found))) {
        command.append(found)
        guard command.count == most else { continue }
        body(command, fresh)
        fresh = command[kept - 1].range.upperBound
        // The last word may be an option whose value follows.
        command.removeSubrange(kept..<most - 1)
      }
    }
    if !command.isEmpty { body(command, fresh) }
  }

  /// The word at an offset. dash traces words without their quotes, so that one may seem not to be
  /// closed: such a word ends at the next blank.
  private static func word(at start: Int, _ limit: Int, of text: [UInt8]) -> CommandWord {
    if let word = ShellWord(text, from: start, to: limit) {
      return CommandWord(value: word.value, range: start..<word.end)
    }
    var end = start
    while end < limit, text[end] > Byte.space { end += 1 }
    return CommandWord(value: Array(text[start..<end]), range: start..<end)
  }

  private static func isSeparator(_ word: CommandWord) -> Bool {
    word.equals("|") || word.equals("&&") || word.equals("||") || word.equals(";")
      || word.equals("|&")
  }

  private static func isWrapper(_ word: CommandWord) -> Bool {
    word.equals("sudo") || word.equals("env") || word.equals("exec") || word.equals("command")
      || word.equals("time") || word.equals("nohup") || word.equals("call")
  }
}
