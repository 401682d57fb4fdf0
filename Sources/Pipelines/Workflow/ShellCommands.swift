/// Finds the commands of a shell script. Those of here-documents are found, too: they cannot be told
/// from others without the shell's whole grammar; only what `cat` and `tee` read is text. Quotes,
/// `${{ … }}`, substitutions and line continuations are understood. O(length).
struct ShellCommands {
  private let script: [UInt8]
  private(set) var commands: [ScriptCommand] = []
  private var command = ScriptCommand()
  private var isTarget = false
  /// The here-document that begins with the next line, and the command that reads it.
  private var document: (HereDocument, Int)?
  /// Ends that are nowhere behind some place, so that none is sought twice.
  private var missing: Set<UInt8> = []

  /// The commands of a script, in its order.
  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var reader = ShellCommands(script)
    reader.read()
    return reader.commands
  }

  private init(_ script: [UInt8]) { self.script = script }

  private mutating func read() {
    var at = 0
    while at < script.count {
      switch script[at] {
      case .newline where document != nil:
        at = readBody(from: at + 1)
      case .newline, UInt8(ascii: ";"), UInt8(ascii: "&"), .closeParenthesis:
        end()
        at += 1
      case .less where script.has("<<", at: at):
        let found = HereDocument(script, at: at)
        if document == nil, let found, isText { document = (found, commands.count) }
        at = found?.end ?? at + 2
      case UInt8(ascii: "|"):
        let isOr = script.has("||", at: at)
        end(piped: !isOr)
        at += isOr ? 2 : 1
      case UInt8(ascii: "#"):
        at = script[at...].firstIndex(of: .newline) ?? script.count
      case .backslash where script.has("\\\n", at: at):
        at += 2
      case UInt8(ascii: ">"):
        isTarget = true
        at += script.has(">&", at: at) ? 2 : 1
      case let byte where byte.isWhite || byte == .less || byte == .openParenthesis:
        at += 1
      default:
        let word = word(from: at)
        command.add(word, isTarget: isTarget)
        isTarget = false
        at = word.upperBound
      }
    }
    end()
  }

  /// Whether the present command reads text that it hands on.
  private var isText: Bool {
    guard let first = command.words.first else { return false }
    return script[first].elementsEqual("cat".utf8) || script[first].elementsEqual("tee".utf8)
  }

  /// Takes a here-document, and gives the offset behind it.
  private mutating func readBody(from start: Int) -> Int {
    end()
    guard let (announced, owner) = document else { return start }
    document = nil
    guard let (body, end) = announced.body(in: script, from: start, script.count) else {
      return start
    }
    if commands.indices.contains(owner) { commands[owner].body = body }
    return end
  }

  private mutating func end(piped: Bool = false) {
    command.end(piped: piped)
    if !command.words.isEmpty { commands.append(command) }
    command = ScriptCommand()
    isTarget = false
  }

  private mutating func word(from start: Int) -> Range<Int> {
    var at = start
    while at < script.count {
      switch script[at] {
      case .backslash:
        at += 2
      case let byte where byte.isQuote:
        at =
          sought(byte) { text in text[(at + 1)...].firstIndex(of: byte).map { $0 + 1 } } ?? at + 1
      case .dollar where script.has("${{", at: at):
        at = sought(.closeBrace) { $0.firstOffset(of: "}}", from: at).map { $0 + 2 } } ?? at + 3
      case .dollar where script.has("$(", at: at):
        at =
          sought(.closeParenthesis) { ShellBrackets.closing($0, from: at + 2, $0.count) } ?? at + 2
      case let byte where byte.isWhite || ";|&<>)".utf8.contains(byte):
        return start..<max(start + 1, at)
      default:
        at += 1
      }
    }
    return start..<max(start + 1, min(at, script.count))
  }

  private mutating func sought(_ mark: UInt8, _ seek: ([UInt8]) -> Int?) -> Int? {
    guard !missing.contains(mark) else { return nil }
    let found = seek(script)
    if found == nil { missing.insert(mark) }
    return found
  }
}
