/// Finds the commands of a PowerShell script: pipelines, assignments (`$name`, `=`, value) and the
/// entries of hash tables. Brackets separate commands, so that what stands within them is one of its
/// own. O(length).
///
/// Source: learn.microsoft.com, "about_Parsing", "about_Quoting_Rules".
struct PowerShellCommands {
  private let script: [UInt8]
  private var list = CommandList()
  private var seeker = EndSeeker()

  /// The commands of a script, in its order.
  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var reader = PowerShellCommands(script)
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
      case .newline, UInt8(ascii: ";"), UInt8(ascii: "&"), .openParenthesis, .closeParenthesis,
        .openBrace, .closeBrace, UInt8(ascii: ","):
        list.end()
        at += 1
      case UInt8(ascii: "#"):
        at = script[at...].firstIndex(of: .newline) ?? script.count
      case .less where script.has("<#", at: at):
        at = behind(.less, "#>", from: at) ?? at + 2
      case UInt8(ascii: "@") where script.has("@{", at: at) || script.has("@(", at: at):
        at += 1
      // A line is continued.
      case .backquote where at + 1 < script.count && script[at + 1].isBreak:
        at += script.has("`\r\n", at: at) ? 3 : 2
      case .equals where list.words.count == 1:
        list.add(at..<at + 1, in: script)
        at += 1
      case let byte where byte.isWhite || byte == .less:
        at += 1
      default:
        let word = word(from: at)
        list.add(word, in: script)
        at = word.upperBound
      }
    }
    list.finish()
  }

  private mutating func word(from start: Int) -> Range<Int> {
    // `$name='value'` needs no white space around its sign.
    let isFirst = list.words.isEmpty
    if let end = hereString(start) { return start..<end }
    var at = start
    while at < script.count {
      switch script[at] {
      case .backquote:
        at += 2
      case .singleQuote, .doubleQuote:
        let start = at
        at =
          seeker.end(script[at], in: script) { PowerShellQuotes.end(in: $0, at: start) } ?? at + 1
      case .dollar where script.has("${{", at: at):
        at = behind(.closeBrace, "}}", from: at) ?? at + 3
      case .dollar where script.has("${", at: at):
        at = script[at...].prefix(256).firstIndex(of: .closeBrace).map { $0 + 1 } ?? at + 2
      case .dollar where script.has("$(", at: at):
        at =
          seeker.end(.closeParenthesis, in: script) {
            ShellBrackets.closing($0, from: at + 2, $0.count)
          } ?? at + 2
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
    if script.has("@'", at: start) { return behind(UInt8(ascii: "@"), "\n'@", from: start) }
    guard script.has("@\"", at: start) else { return nil }
    return behind(UInt8(ascii: "@"), "\n\"@", from: start)
  }

  /// Behind the next of some ends.
  private mutating func behind(_ mark: UInt8, _ end: StaticString, from start: Int) -> Int? {
    seeker.end(mark, in: script) { $0.firstOffset(of: end, from: start) }
      .map { $0 + end.utf8CodeUnitCount }
  }
}
