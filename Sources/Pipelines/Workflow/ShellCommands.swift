/// Finds the commands of a shell script. Those of here-documents are found, too: they cannot be told
/// from others without the shell's whole grammar; only what `cat` and `tee` read is text. Quotes,
/// `${{ … }}`, substitutions and line continuations are understood. O(length).
struct ShellCommands {
  private let script: [UInt8]
  private var list = CommandList()
  /// The here-document that begins with the next line, and the command that reads it.
  private var document: (HereDocument, Int)?
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
      case .newline, UInt8(ascii: ";"), UInt8(ascii: "&"), .closeParenthesis:
        list.end()
        at += 1
      case .less where script.has("<<", at: at):
        let found = HereDocument(script, at: at)
        if document == nil, let found, isText { document = (found, list.commands.count) }
        at = found?.end ?? at + 2
      case UInt8(ascii: "#"):
        at = script[at...].firstIndex(of: .newline) ?? script.count
      case .backslash where script.has("\\\n", at: at):
        at += 2
      case let byte where byte.isWhite || byte == .less || byte == .openParenthesis:
        at += 1
      default:
        let word = word(from: at)
        list.add(word)
        at = word.upperBound
      }
    }
    list.end()
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
    guard let (body, end) = announced.body(in: script, from: start, script.count) else {
      return start
    }
    list.give(body, toCommand: owner)
    return end
  }

  private mutating func word(from start: Int) -> Range<Int> {
    var at = start
    while at < script.count {
      switch script[at] {
      case .backslash:
        at += 2
      case let byte where byte.isQuote:
        at =
          seeker.end(byte, in: script) { text in
            text[(at + 1)...].firstIndex(of: byte).map { $0 + 1 }
          } ?? at + 1
      case .dollar where script.has("${{", at: at):
        let close = seeker.end(.closeBrace, in: script) { $0.firstOffset(of: "}}", from: at) }
        at = close.map { $0 + 2 } ?? at + 3
      case .dollar where script.has("$(", at: at):
        at =
          seeker.end(.closeParenthesis, in: script) {
            ShellBrackets.closing($0, from: at + 2, $0.count)
          } ?? at + 2
      case let byte where byte.isWhite || ";|&<>)".utf8.contains(byte):
        return start..<max(start + 1, at)
      default:
        at += 1
      }
    }
    return start..<max(start + 1, min(at, script.count))
  }
}
