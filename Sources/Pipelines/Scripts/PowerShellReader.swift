/// Reads the named values of a PowerShell script: `$env:X = '…'`, `$x = "…"`, entries of hash tables,
/// parameters (`-Password '…'`, `/p:Key=…`), `SetEnvironmentVariable`, `setx`, and what
/// `ConvertTo-SecureString` makes a secret. O(length).
enum PowerShellReader {
  static func assignments(in script: [UInt8]) -> [ScriptAssignment] {
    var found: [ScriptAssignment] = []
    /// `-Password` before a bracket names what stands within it.
    var pending: ArraySlice<UInt8>?
    let commands = PowerShellCommands.all(in: script)
    for (index, command) in commands.enumerated() {
      let words = command.words
      let name = pending
      if let (target, value) = exported(commands[index...].prefix(3), script) { add(target, value) }
      pending = words.last.flatMap { parameter(script[$0]) }
      if words.count >= 3, script[words[1]].elementsEqual("=".utf8) {
        let target = variable(script[words[0]])
        let isSecure = isCommand(script[words[2]], "ConvertTo-SecureString")
        let value = isSecure ? string(words.dropFirst(3), script) : words[2]
        // `$t = Get-It -Password '…'`: what follows the sign is a command, and no value.
        let isCall = !isSecure && words.count > 3 && script[words[2].lowerBound].isNameStart
        if !isCall, let target, let value,
          isSecure || isValue(script[value]) || words.count == 3
        {
          add(target, value)
        }
        guard isCall else { continue }
      }
      if isCommand(script[words[0]], "ConvertTo-SecureString"),
        let value = string(words.dropFirst(), script)
      {
        add(name ?? ArraySlice("SecureString".utf8), value)
        continue
      }
      for (place, word) in words.enumerated().dropFirst() {
        if let target = parameter(script[word]), place + 1 < words.count,
          isValue(script[words[place + 1]])
        {
          add(target, words[place + 1])
        } else if let (target, value) = property(word, script) {
          add(target, value)
        }
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }

    func add(_ name: ArraySlice<UInt8>, _ word: Range<Int>) {
      let value = PowerShellQuotes.value(of: word, in: script)
      if let assignment = value.named(ShownText.bounded(name)) { found.append(assignment) }
    }
  }

  /// The name in `$env:NAME`, `${env:NAME}`, `$name`, `[string]$name`, `$a.Name`, or of a table's key.
  private static func variable(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var name = word
    if let sign = word.lastIndex(of: .dollar) { name = word[(sign + 1)...] }
    if name.first == .openBrace { name = name.dropFirst().dropLast() }
    if name.first?.isQuote == true { name = name.dropFirst().dropLast() }
    if let scope = name.lastIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) {
      name = name[(scope + 1)...]
    }
    guard let first = name.first, first.isNameStart,
      name.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") })
    else { return nil }
    return name
  }

  /// The name in `-Name`.
  private static func parameter(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let name = word.drop { $0 == UInt8(ascii: "-") }
    guard name.count < word.count, name.count >= 3,
      name.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") })
    else { return nil }
    return name
  }

  /// `-Name:value`, `/p:Name=value`, `--name=value`, `Name=value`.
  private static func property(
    _ word: Range<Int>, _ script: [UInt8]
  ) -> (ArraySlice<UInt8>, Range<Int>)? {
    guard
      let sign = script[word].firstIndex(of: .equals)
        ?? script[word].firstIndex(of: UInt8(ascii: ":")),
      sign + 1 < word.upperBound
    else { return nil }
    var name = script[word.lowerBound..<sign].drop {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0.isQuote
    }
    if let colon = name.lastIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
    guard name.count >= 3, let first = name.first, first.isNameStart,
      name.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
    else { return nil }
    // The quote may stand around all of it: "/p:Name=value".
    let end = script[word.lowerBound].isQuote ? word.upperBound - 1 : word.upperBound
    return sign + 1 < end ? (name, sign + 1..<end) : nil
  }

  /// `setx NAME value`, and `[Environment]::SetEnvironmentVariable('NAME', 'value')`, of which each
  /// argument is a command of its own.
  private static func exported(
    _ commands: ArraySlice<ScriptCommand>, _ script: [UInt8]
  ) -> (ArraySlice<UInt8>, Range<Int>)? {
    guard let words = commands.first?.words, let first = words.first else { return nil }
    if isCommand(script[first], "setx"), let (name, value) = SetxArguments.of(words, script) {
      return variable(script[name]).map { ($0, value) }
    }
    guard commands.count == 3,
      isCommand(script[first].suffix(22), "SetEnvironmentVariable"),
      let name = commands[commands.startIndex + 1].words.first.flatMap({ variable(script[$0]) }),
      let value = commands[commands.startIndex + 2].words.first
    else { return nil }
    return (name, value)
  }

  /// The string among a command's words.
  private static func string(_ words: ArraySlice<Range<Int>>, _ script: [UInt8]) -> Range<Int>? {
    words.first { script[$0.lowerBound].isQuote }
  }

  /// Whether a word is a value and no parameter or operator.
  private static func isValue(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return first != UInt8(ascii: "-") && (first.isQuote || first == .dollar || first.isWord)
  }

  private static func isCommand(_ word: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    guard word.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      for (index, byte) in word.enumerated() where unsafe byte | 0x20 != name[index] | 0x20 {
        return false
      }
      return true
    }
  }
}
