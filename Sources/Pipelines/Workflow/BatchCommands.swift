/// Finds the commands of a batch file; those behind a condition, too. O(length).
///
/// Source: learn.microsoft.com, "cmd", "set", "if", "for".
struct BatchCommands {
  private let script: [UInt8]
  private var list = CommandList()
  /// How many blocks are open: behind none a bracket is text.
  private var depth = 0
  private var condition = Condition.none

  /// How much of a condition is yet to come.
  private enum Condition {
    case none, subject, sign, rest
  }

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
      case .newline, .carriageReturn, UInt8(ascii: "&"):
        end()
        at += 1
      case .openParenthesis where opensBlock:
        end()
        depth += 1
        at += 1
      case .closeParenthesis where depth > 0:
        end()
        depth -= 1
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
        if list.words.isEmpty, equals(word, "rem") {
          at = script[at...].firstIndex(of: .newline) ?? script.count
        } else {
          take(word)
        }
      }
    }
    list.finish()
  }

  private mutating func end() {
    list.end()
    condition = .none
  }

  /// Whether a bracket opens a block or the list of a loop, and is not text of a command.
  private var opensBlock: Bool { list.words.first.map { equals($0, "for") } ?? true }

  /// A word; a quote ends with its line.
  private func word(from start: Int) -> Range<Int> {
    var isQuoted = false
    var at = start
    let opens = opensBlock
    while at < script.count, !script[at].isBreak {
      let byte = script[at]
      if byte == .doubleQuote {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == UInt8(ascii: "^") {
          at += 1
        } else if byte.isWhite || "|&<>".utf8.contains(byte)
          || byte == .openParenthesis && opens || byte == .closeParenthesis && depth > 0
        {
          break
        }
      }
      at += 1
    }
    return start..<max(start + 1, min(at, script.count))
  }

  /// Whether a word is a text in lower case, in any case.
  private func equals(_ word: Range<Int>, _ text: StaticString) -> Bool {
    guard word.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      for place in 0..<text.count where unsafe script[word.lowerBound + place] | 0x20 != text[place]
      {
        return false
      }
      return true
    }
  }
}

// MARK: - Conditions

extension BatchCommands {
  /// Adds a word to the command, unless it belongs to what stands before one.
  private mutating func take(_ word: Range<Int>) {
    switch condition {
    case .none:
      if list.isFresh, equals(word, "if") {
        condition = .subject
      } else if !list.isFresh || !(equals(word, "else") || equals(word, "do")) {
        list.add(word, in: script)
      }
    case .subject:
      if equals(word, "not") || equals(word, "/i") { return }
      if equals(word, "exist") || equals(word, "defined") || equals(word, "errorlevel") {
        condition = .rest
      } else if let sign = script.firstOffset(of: "==", from: word.lowerBound, to: word.upperBound)
      {
        condition = sign + 2 == word.upperBound ? .rest : .none
      } else {
        condition = .sign
      }
    case .sign:
      condition = script.has("==", at: word.lowerBound) && word.count > 2 ? .none : .rest
    case .rest:
      condition = .none
    }
  }
}
