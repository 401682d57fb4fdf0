/// Finds the commands of a batch file. O(length).
///
/// Source: learn.microsoft.com, "cmd", "set".
struct BatchCommands {
  private let script: [UInt8]
  private var commands: [ScriptCommand] = []
  private var command = ScriptCommand()
  private var isTarget = false

  /// The commands of a script, in its order.
  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var reader = BatchCommands(script)
    reader.read()
    return reader.commands
  }

  private init(_ script: [UInt8]) { self.script = script }

  private mutating func read() {
    var at = 0
    while at < script.count {
      switch script[at] {
      case .newline, .carriageReturn, UInt8(ascii: "&"), .openParenthesis, .closeParenthesis:
        end()
        at += 1
      case UInt8(ascii: "|"):
        let isOr = script.has("||", at: at)
        end(piped: !isOr)
        at += isOr ? 2 : 1
      case UInt8(ascii: ">"):
        isTarget = true
        at += script.has(">&", at: at) ? 2 : 1
      case UInt8(ascii: "@") where command.words.isEmpty:
        at += 1
      case UInt8(ascii: ":") where command.words.isEmpty:
        at = script[at...].firstIndex(of: .newline) ?? script.count
      // A line is continued.
      case UInt8(ascii: "^") where at + 1 < script.count && script[at + 1].isBreak:
        at += script.has("^\r\n", at: at) ? 3 : 2
      case let byte where byte.isWhite || byte == .less:
        at += 1
      default:
        let word = word(from: at)
        at = word.upperBound
        if command.words.isEmpty, script[word].map({ $0 | 0x20 }) == Array("rem".utf8) {
          at = script[at...].firstIndex(of: .newline) ?? script.count
        } else {
          command.add(word, isTarget: isTarget)
          isTarget = false
        }
      }
    }
    end()
  }

  private mutating func end(piped: Bool = false) {
    command.end(piped: piped)
    if !command.words.isEmpty { commands.append(command) }
    command = ScriptCommand()
    isTarget = false
  }

  /// A word; a quote ends with its line.
  private func word(from start: Int) -> Range<Int> {
    var isQuoted = false
    var at = start
    while at < script.count, !script[at].isBreak {
      let byte = script[at]
      if byte == .doubleQuote {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == UInt8(ascii: "^") {
          at += 1
        } else if byte.isWhite || "|&<>()".utf8.contains(byte) {
          break
        }
      }
      at += 1
    }
    return start..<max(start + 1, min(at, script.count))
  }
}
