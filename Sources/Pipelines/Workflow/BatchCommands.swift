/// Finds the commands of a batch file. O(length).
///
/// Source: learn.microsoft.com, "cmd", "set".
struct BatchCommands {
  private let script: [UInt8]
  private var list = CommandList()

  /// The commands of a script, in its order.
  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var reader = BatchCommands(script)
    reader.read()
    return reader.list.commands
  }

  private init(_ script: [UInt8]) { self.script = script }

  private mutating func read() {
    var at = 0
    while at < script.count {
      if let end = list.takeMark(in: script, at: at) {
        at = end
        continue
      }
      switch script[at] {
      case .newline, .carriageReturn, UInt8(ascii: "&"), .openParenthesis, .closeParenthesis:
        list.end()
        at += 1
      case UInt8(ascii: "@") where list.words.isEmpty:
        at += 1
      case UInt8(ascii: ":") where list.words.isEmpty:
        at = script[at...].firstIndex(of: .newline) ?? script.count
      // A line is continued.
      case UInt8(ascii: "^") where at + 1 < script.count && script[at + 1].isBreak:
        at += script.has("^\r\n", at: at) ? 3 : 2
      case let byte where byte.isWhite || byte == .less:
        at += 1
      default:
        let word = word(from: at)
        at = word.upperBound
        if list.words.isEmpty, script[word].map({ $0 | 0x20 }) == Array("rem".utf8) {
          at = script[at...].firstIndex(of: .newline) ?? script.count
        } else {
          list.add(word)
        }
      }
    }
    list.end()
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
