internal import Findings

/// Reads the commands that a log echoes: `+ cmd` of a traced shell, `$ cmd`, `##[command]cmd`,
/// `[command]cmd`, and the scripts in the headers of GitHub's steps.
///
/// What is found are the arguments that a program takes for a secret, such as that of
/// `docker login -p`, and what is piped into one that reads its secret from its input.
struct CommandReader {
  private(set) var assignments: [Assignment] = []
  /// The text that was echoed last, and on which line: a traced shell prints the parts of a pipe as
  /// lines of their own, in any order.
  private var echoed: (command: Range<Int>, line: Int)?
  private var awaited: (meaning: String, line: Int)?
  private var line = 0
  /// From where on the words of the command at hand have not been looked at.
  private var fresh = 0

  /// How far apart the parts of a pipe may be printed.
  private static let reach = 3

  /// Reads a line of the text.
  ///
  /// - Parameter isScript: whether the line is known to be a command.
  mutating func read(_ range: Range<Int>, of text: [UInt8], isScript: Bool, places: LogPlaces) {
    line += 1
    guard !range.isEmpty,
      let start = Self.start(text.span.extracting(range)) ?? (isScript ? 0 : nil)
    else { return }
    let command = range.lowerBound + start..<range.upperBound
    guard command.count > 4 else { return }
    if Self.onlyEchoes(command, text), awaited.map({ line - $0.line > Self.reach }) ?? true {
      // Most echoes are followed by nothing that would read them: they are cut into words later.
      echoed = (command, line)
      return
    }
    guard Self.isPromising(command, text) else { return }
    CommandWords.forEachCommand(in: command, of: text) { words, fresh in
      self.fresh = fresh
      read(words, of: text, places)
    }
  }

  /// Whether a command is nothing but `echo` with a text that is no command of a runner.
  private static func onlyEchoes(_ command: Range<Int>, _ text: [UInt8]) -> Bool {
    let span = text.span.extracting(command)
    guard span.starts(with: "echo "), span.count > 5 else { return false }
    var at = 5
    if at < span.count, span[at] == UInt8(ascii: "\"") || span[at] == UInt8(ascii: "'") { at += 1 }
    // The first argument is a text, and no option.
    guard at < span.count, Byte.isWord(span[at]) else { return false }
    return span.firstMark(of: joints, in: at..<span.count) == span.count
  }

  /// What joins commands, and what commands of a runner begin with.
  private static let joints = ByteMarks("|", "&", ";", ":")

  /// Programs that run another one, or that give or take what a pipe carries.
  private static let helpers: Set<String> = [
    "echo", "printf", "chpasswd", "passwd", "gh", "sudo", "env", "exec", "command", "time", "nohup",
    "call", "bash", "sh",
  ]

  private static let programs = ByteFilter(
    (Array(helpers) + Array(CommandSecret.byProgram.keys)).map { Array($0.utf8) })

  /// Whether a command is worth being cut into words: most lines of a script are not. No memory is
  /// taken for them.
  private static func isPromising(_ command: Range<Int>, _ text: [UInt8]) -> Bool {
    var start = command.lowerBound
    while start < command.upperBound, text[start] == Byte.space || text[start] == 0x09 {
      start += 1
    }
    var end = start
    var name = start
    while end < command.upperBound, text[end] > Byte.space {
      switch text[end] {
      case UInt8(ascii: "/"), UInt8(ascii: "\\"): name = end + 1
      // An assignment before the command, a quote: look closer.
      case UInt8(ascii: "="), UInt8(ascii: "'"), UInt8(ascii: "\""): return true
      default: break
      }
      end += 1
    }
    if end - name <= 20, end > name {
      let word = text[name..<end]
      if word.last == UInt8(ascii: "e"), word.suffix(4).elementsEqual(".exe".utf8) { return true }
      if programs.mayHold(word) {
        let word = String(decoding: word, as: UTF8.self)
        if helpers.contains(word) || CommandSecret.byProgram[word] != nil { return true }
      }
    }
    let span = text.span
    var index = span.firstMark(of: Self.marks, in: end..<command.upperBound)
    while index < command.upperBound {
      // Whatever the program is called, it reads a secret.
      let isOption = span[index] == UInt8(ascii: "-")
      if !isOption || span.starts(with: "-stdin", at: index)
        || span.starts(with: "--with-token", at: index)
      {
        return true
      }
      index = span.firstMark(of: Self.marks, in: index + 1..<command.upperBound)
    }
    return false
  }

  /// What joins commands, and what options begin with.
  private static let marks = ByteMarks("|", "&", ";", "-")

  /// Where the command begins on an echoed line.
  private static func start(_ line: Span<UInt8>) -> Int? {
    switch line[0] {
    case UInt8(ascii: "$"):
      return line.count > 2 && line[1] == Byte.space ? 2 : nil
    case UInt8(ascii: "+"):
      var at = 1
      while at < line.count, line[at] == UInt8(ascii: "+") { at += 1 }
      guard at < min(line.count, 8), line[at] == Byte.space else { return nil }
      return at + 1 + tracePrefix(line, at: at + 1)
    case UInt8(ascii: "#"):
      if line.starts(with: "##[command]") { return 11 }
      return line.starts(with: "##[group]Run ") ? 13 : nil
    case UInt8(ascii: "["):
      return line.starts(with: "[command]") ? 9 : nil
    default:
      return nil
    }
  }

  /// The length of what a customised prompt adds: `./x.sh:12: `, `12: `.
  private static func tracePrefix(_ line: Span<UInt8>, at start: Int) -> Int {
    var at = start
    while at < min(line.count, start + 128), line[at] > Byte.space { at += 1 }
    guard at > start + 1, at + 1 < line.count, line[at - 1] == UInt8(ascii: ":"),
      Byte.isDigit(line[at - 2])
    else { return 0 }
    return at + 1 - start
  }

  private mutating func read(_ words: [CommandWord], of text: [UInt8], _ places: LogPlaces) {
    guard let first = words.first else { return }
    let program = first.program(in: text)
    if program == "echo" || program == "printf" { return echo(words, of: text, places) }
    if let meaning = Self.input(program, words) {
      if let echoed, line - echoed.line <= Self.reach {
        var word: CommandWord?
        CommandWords.forEachCommand(in: echoed.command, of: text) { words, _ in
          word = Self.echoed(words) ?? word
        }
        if let word { add(word, meaning, of: text, places) }
      }
      awaited = (meaning, line)
    }
    for secret in CommandSecret.byProgram[program] ?? [] {
      guard let arguments = Self.arguments(words, behind: secret.subcommand) else { continue }
      for word in Self.values(of: secret, arguments) where word.range.lowerBound >= fresh {
        add(word, "\(program) \(secret.meaning)", of: text, places)
      }
    }
  }

  /// What a command takes from its input, if that is a secret.
  private static func input(_ program: String, _ words: [CommandWord]) -> String? {
    if program == "chpasswd" { return "chpasswd password" }
    for word in words.dropFirst() {
      if word.equals("--password-stdin") || word.equals("--stdin") && program == "passwd" {
        return "\(program) password"
      }
      if word.equals("--with-token") || word.equals("--token-stdin") { return "\(program) token" }
    }
    return nil
  }

  /// `echo SECRET` beside a program that waits for it; `echo ::add-mask::SECRET`, which a traced
  /// shell prints before the runner reads it.
  private mutating func echo(_ words: [CommandWord], of text: [UInt8], _ places: LogPlaces) {
    guard let word = Self.echoed(words), let first = words.first, let last = words.last else {
      return
    }
    if word.begins(with: "::add-mask::") {
      add(word.dropping(12), "add-mask secret", of: text, places)
    } else if let awaited, line - awaited.line <= Self.reach {
      add(word, awaited.meaning, of: text, places)
      self.awaited = nil
    } else {
      echoed = (first.range.lowerBound..<last.range.upperBound, line)
    }
  }

  /// What an echo prints last.
  private static func echoed(_ words: [CommandWord]) -> CommandWord? {
    words.dropFirst().last { !$0.isFlag }
  }

  private mutating func add(
    _ word: CommandWord, _ meaning: String, of text: [UInt8], _ places: LogPlaces
  ) {
    var word = word
    if meaning == "chpasswd password", let colon = word.value.firstIndex(of: UInt8(ascii: ":")) {
      word = word.dropping(colon + 1)
    }
    guard !word.value.isEmpty else { return }
    assignments.append(
      Assignment(
        name: meaning, value: word.value, kind: LogValue.kind(of: word.value),
        range: word.place(in: text), place: places.place(at: word.range.lowerBound)))
  }
}

// MARK: - Arguments

extension CommandReader {
  /// The words behind a subcommand; `nil` if the command is another one. A `*` at the end or the
  /// beginning of a part stands for anything.
  private static func arguments(
    _ words: [CommandWord], behind subcommand: [String]
  ) -> ArraySlice<CommandWord>? {
    var at = 1
    for part in subcommand {
      while at < words.count, words[at].isFlag { at += 1 }
      guard at < words.count, matches(words[at].value, part) else { return nil }
      at += 1
    }
    return words[at...]
  }

  private static func matches(_ value: [UInt8], _ pattern: String) -> Bool {
    if pattern.hasSuffix("*") { return value.starts(with: pattern.utf8.dropLast()) }
    if pattern.hasPrefix("*") {
      return value.reversed().starts(with: pattern.utf8.dropFirst().reversed())
    }
    return value.elementsEqual(pattern.utf8)
  }

  private static func values(
    of secret: CommandSecret, _ words: ArraySlice<CommandWord>
  ) -> [CommandWord] {
    switch secret.argument {
    case .flag(let flag): return behind(flag, words)
    case .pair(let flag, let separator):
      return behind(flag, words).compactMap { $0.behind(separator) }
    case .attached(let flag):
      return words.compactMap { word in
        let length = flag.utf8CodeUnitCount
        return word.value.count > length + 3 && word.begins(with: flag)
          ? word.dropping(length) : nil
      }
    case .word(let index):
      return plain(words, index).map { [$0] } ?? []
    case .wordPair(let index, let separator):
      return plain(words, index).flatMap { $0.behind(separator) }.map { [$0] } ?? []
    }
  }

  /// The values that follow a flag.
  private static func behind(_ flag: StaticString, _ words: ArraySlice<CommandWord>)
    -> [CommandWord]
  {
    var found: [CommandWord] = []
    for index in words.indices {
      if words[index].equals(flag) {
        if index + 1 < words.endIndex, !words[index + 1].isFlag { found.append(words[index + 1]) }
      } else if words[index].begins(with: flag) {
        let length = flag.utf8CodeUnitCount
        let value = words[index].value
        if value[length] == UInt8(ascii: "=") { found.append(words[index].dropping(length + 1)) }
      }
    }
    return found
  }

  /// A word that is no flag.
  private static func plain(_ words: ArraySlice<CommandWord>, _ index: Int) -> CommandWord? {
    let plain = words.filter { !$0.isFlag }
    return plain.count > index ? plain[index] : nil
  }
}
