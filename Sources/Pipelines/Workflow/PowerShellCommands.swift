/// Finds the commands of a PowerShell script: pipelines, assignments (`$name`, `=`, value) and the
/// entries of hash tables. Brackets separate commands, so that what stands within them is one of its
/// own. O(length).
///
/// Source: learn.microsoft.com, "about_Parsing", "about_Quoting_Rules".
struct PowerShellCommands {
  private let script: [UInt8]
  private var commands: [ScriptCommand] = []
  private var command = ScriptCommand()
  private var isTarget = false
  /// Ends that are nowhere behind some place, so that none is sought twice.
  private var missing: Set<UInt8> = []

  /// The commands of a script, in its order.
  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var reader = PowerShellCommands(script)
    reader.read()
    return reader.commands
  }

  private init(_ script: [UInt8]) { self.script = script }

  private mutating func read() {
    var at = 0
    while at < script.count {
      switch script[at] {
      case .newline, UInt8(ascii: ";"), UInt8(ascii: "&"), .openParenthesis, .closeParenthesis,
        .openBrace, .closeBrace, UInt8(ascii: ","):
        end()
        at += 1
      case UInt8(ascii: "|"):
        let isOr = script.has("||", at: at)
        end(piped: !isOr)
        at += isOr ? 2 : 1
      case UInt8(ascii: "#"):
        at = script[at...].firstIndex(of: .newline) ?? script.count
      case .less where script.has("<#", at: at):
        at = sought(.less) { $0.firstOffset(of: "#>", from: at) }.map { $0 + 2 } ?? at + 2
      case UInt8(ascii: ">"):
        isTarget = true
        at += script.has(">&", at: at) ? 2 : 1
      case UInt8(ascii: "@") where script.has("@{", at: at) || script.has("@(", at: at):
        at += 1
      // A line is continued.
      case .backquote where at + 1 < script.count && script[at + 1].isBreak:
        at += script.has("`\r\n", at: at) ? 3 : 2
      case .equals where command.words.count == 1:
        command.add(at..<at + 1)
        at += 1
      case let byte where byte.isWhite || byte == .less:
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

  private mutating func end(piped: Bool = false) {
    command.end(piped: piped)
    if !command.words.isEmpty { commands.append(command) }
    command = ScriptCommand()
    isTarget = false
  }

  private mutating func word(from start: Int) -> Range<Int> {
    // `$name='value'` needs no white space around its sign.
    let isFirst = command.words.isEmpty
    if let end = hereString(start) { return start..<end }
    var at = start
    while at < script.count {
      switch script[at] {
      case .backquote:
        at += 2
      case .singleQuote, .doubleQuote:
        let start = at
        at = sought(script[at]) { PowerShellQuotes.end(in: $0, at: start) } ?? at + 1
      case .dollar where script.has("${{", at: at):
        at = sought(.closeBrace) { $0.firstOffset(of: "}}", from: at) }.map { $0 + 2 } ?? at + 3
      case .dollar where script.has("${", at: at):
        at = script[at...].prefix(256).firstIndex(of: .closeBrace).map { $0 + 1 } ?? at + 2
      case .dollar where script.has("$(", at: at):
        at =
          sought(.closeParenthesis) { ShellBrackets.closing($0, from: at + 2, $0.count) } ?? at + 2
      case .equals where isFirst && at > start:
        return start..<at
      case UInt8(ascii: "+") where isFirst && script.has("+=", at: at):
        return start..<at
      case let byte where byte.isWhite || ";|&<>(){},".utf8.contains(byte):
        return start..<max(start + 1, at)
      default:
        at += 1
      }
    }
    return start..<max(start + 1, min(at, script.count))
  }

  /// The end of `@'…'@` or `@"…"@`.
  private mutating func hereString(_ start: Int) -> Int? {
    if script.has("@'", at: start) {
      return sought(UInt8(ascii: "@")) { $0.firstOffset(of: "\n'@", from: start) }.map { $0 + 3 }
    }
    guard script.has("@\"", at: start) else { return nil }
    return sought(UInt8(ascii: "@")) { $0.firstOffset(of: "\n\"@", from: start) }.map { $0 + 3 }
  }

  private mutating func sought(_ mark: UInt8, _ seek: ([UInt8]) -> Int?) -> Int? {
    guard !missing.contains(mark) else { return nil }
    let found = seek(script)
    if found == nil { missing.insert(mark) }
    return found
  }
}
