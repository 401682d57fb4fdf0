/// Finds the commands of a shell script. Those of here-documents are found, too: they cannot be told
/// from others without the shell's whole grammar; only what `cat` and `tee` read is text. Quotes,
/// `${{ … }}`, substitutions, groups and line continuations are understood. O(length).
struct ShellCommands {
  private let script: [UInt8]
  private var list = CommandList()
  /// The here-document that begins with the next line, and the command that reads it.
  private var document: (HereDocument, Int)?
  private var documents = HereDocumentEnds()
  private var seeker = EndSeeker()

  /// The commands of a script, in its order.
  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var reader = ShellCommands(script)
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
      case .newline where document != nil:
        at = readBody(from: at + 1)
      case .newline, UInt8(ascii: ";"), UInt8(ascii: "&"):
        list.end()
        at += 1
      case .openParenthesis:
        if list.isFresh { list.open(.parenthesis) }
        at += 1
      case .closeParenthesis:
        list.close(.parenthesis)
        at += 1
      case .less where script.has("<<", at: at):
        let found = HereDocument(script, at: at)
        if document == nil, let found, isText { document = (found, list.commands.count) }
        at = found?.end ?? at + 2
      case UInt8(ascii: "#"):
        at = script[at...].firstIndex(of: .newline) ?? script.count
      case .backslash where script.has("\\\n", at: at):
        at += 2
      case let byte where byte.isWhite || byte == .less:
        at += 1
      default:
        let word = word(from: at)
        take(word)
        at = word.upperBound
      }
    }
    list.finish()
  }

  /// Adds a word, unless it is one of the shell's own.
  private mutating func take(_ word: Range<Int>) {
    guard list.words.isEmpty else { return list.add(word, in: script) }
    if isSetting(word) {
      list.addSetting(word)
    } else if !list.isFresh || !takeKeyword(script[word]) {
      list.add(word, in: script)
    }
  }

  /// Takes a word that begins or ends a group, or that only stands before a command.
  ///
  /// Source: gnu.org, Bash manual, "Compound Commands".
  private mutating func takeKeyword(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 6 else { return false }
    switch String(decoding: word, as: UTF8.self) {
    case "{": list.open(.brace)
    case "if": list.open(.condition)
    case "while", "until": list.open(.loop)
    case "then", "else", "elif", "do", "!", "time": break
    case "}": list.close(.brace)
    case "fi": list.close(.condition)
    case "done": list.close(.loop)
    case "esac": list.close(.choice)
    // Their words are no command, but stand like one.
    case "for", "select":
      list.open(.loop)
      return false
    case "case":
      list.open(.choice)
      return false
    default: return false
    }
    return true
  }

  /// Whether a word is `NAME=VALUE` or `NAME+=VALUE`.
  private func isSetting(_ word: Range<Int>) -> Bool {
    guard script[word.lowerBound].isNameStart else { return false }
    var at = word.lowerBound
    while at < word.upperBound, script[at].isWord { at += 1 }
    if at < word.upperBound, script[at] == UInt8(ascii: "+") { at += 1 }
    return at < word.upperBound && script[at] == .equals
  }

  /// Whether the present command reads text that it hands on.
  private var isText: Bool {
    guard let first = list.words.first else { return false }
    return script[first].elementsEqual("cat".utf8) || script[first].elementsEqual("tee".utf8)
  }

  /// Takes a here-document, and gives the offset behind it.
  private mutating func readBody(from start: Int) -> Int {
    list.end()
    guard let (announced, owner) = document else { return start }
    document = nil
    guard let (body, end) = documents.body(of: announced, in: script, from: start) else {
      return start
    }
    list.give(body, expands: !announced.isQuoted, toCommand: owner)
    return end
  }
}

// MARK: - Words

extension ShellCommands {
  private mutating func word(from start: Int) -> Range<Int> {
    var at = start
    while at < script.count {
      switch script[at] {
      case .backslash:
        at += 2
      case .singleQuote:
        let open = at
        at =
          seeker.end(.singleQuote, in: script) { text in
            text[(open + 1)...].firstIndex(of: .singleQuote).map { $0 + 1 }
          } ?? at + 1
      case .doubleQuote:
        at = quoted(from: at) ?? at + 1
      case .dollar where script.has("${{", at: at):
        at = expression(from: at)
      case .dollar where script.has("$(", at: at):
        at = bracket(from: at + 2)
      // `NAME=(…)` is a list.
      case .openParenthesis where at > start && script[at - 1] == .equals:
        at = bracket(from: at + 1)
      case let byte where byte.isWhite || ";|&<>)".utf8.contains(byte):
        return start..<max(start + 1, at)
      default:
        at += 1
      }
    }
    return start..<max(start + 1, min(at, script.count))
  }

  /// Behind the double quotes that begin at an offset; `nil` if nothing closes them.
  private mutating func quoted(from start: Int) -> Int? {
    guard !seeker.isMissing(.doubleQuote) else { return nil }
    var at = start + 1
    while at < script.count {
      switch script[at] {
      case .backslash: at += 2
      case .doubleQuote: return at + 1
      case .dollar where script.has("${{", at: at): at = expression(from: at)
      case .dollar where script.has("$(", at: at): at = bracket(from: at + 2)
      default: at += 1
      }
    }
    seeker.miss(.doubleQuote)
    return nil
  }

  /// Behind the bracket that something before an offset opens.
  private mutating func bracket(from start: Int) -> Int {
    seeker.end(.closeParenthesis, in: script) { ShellBrackets.closing($0, from: start, $0.count) }
      ?? start
  }

  private mutating func expression(from start: Int) -> Int {
    seeker.end(.closeBrace, in: script) { $0.firstOffset(of: "}}", from: start) }.map { $0 + 2 }
      ?? start + 3
  }
}
