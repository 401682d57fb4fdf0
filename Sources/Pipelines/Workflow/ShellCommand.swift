/// A simple command of a script: its words, and what becomes of its output.
struct ShellCommand {
  /// The words as written, quotes included; redirections are none.
  private(set) var words: [Range<Int>] = []
  /// Where its output is redirected to, as written.
  private(set) var targets: [Range<Int>] = []
  /// Whether its output goes into the next command.
  private(set) var isPiped = false
  /// All of it.
  var range: Range<Int> {
    (words.first?.lowerBound ?? 0)..<(words.last?.upperBound ?? 0)
  }

  /// The commands of a script, in order, those of here-documents too: they cannot be told from
  /// others without the shell's whole grammar. Quotes, `${{ … }}`, substitutions and line
  /// continuations are understood. O(length).
  static func commands(of script: [UInt8]) -> [ShellCommand] {
    var reader = ShellCommandReader(script)
    reader.read()
    return reader.commands
  }

  fileprivate mutating func add(_ word: Range<Int>, isTarget: Bool) {
    if isTarget { targets.append(word) } else { words.append(word) }
  }

  fileprivate mutating func end(piped: Bool) { isPiped = piped }
}

private struct ShellCommandReader {
  private let script: [UInt8]
  private(set) var commands: [ShellCommand] = []
  private var command = ShellCommand()
  private var isTarget = false
  /// Ends that are nowhere behind some place, so that none is sought twice.
  private var missing: Set<UInt8> = []

  init(_ script: [UInt8]) { self.script = script }

  mutating func read() {
    var at = 0
    while at < script.count {
      switch script[at] {
      case .newline, UInt8(ascii: ";"), UInt8(ascii: "&"), .closeParenthesis:
        end()
        at += 1
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

  private mutating func end(piped: Bool = false) {
    command.end(piped: piped)
    if !command.words.isEmpty { commands.append(command) }
    command = ShellCommand()
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
