/// Reads the named values of a batch file: `set NAME=value`, `set "NAME=value"`, `setx NAME value`, and
/// options (`/p:Name=value`, `--name=value`). O(length).
///
/// Source: learn.microsoft.com, "set", "setx".
enum BatchReader {
  static func assignments(in script: [UInt8]) -> [ScriptAssignment] {
    var found: [ScriptAssignment] = []
    for command in BatchCommands.all(in: script) {
      let words = command.words
      guard words.count >= 2 else { continue }
      let name = script[words[0]].map { $0 | 0x20 }
      if name.elementsEqual("set".utf8) {
        // Its value has blanks without quotes.
        add(words[1].lowerBound..<command.range.upperBound)
      } else if name.elementsEqual("setx".utf8),
        let (target, text) = SetxArguments.of(words, script)
      {
        let value = value(of: unquoted(text, script), in: script)
        let name = script[unquoted(target, script)]
        if let assignment = value.named(ShownText.bounded(name)) { found.append(assignment) }
      } else {
        for word in words.dropFirst() where script[word].contains(.equals) { add(word) }
      }
    }
    return found

    func add(_ range: Range<Int>) {
      let range = unquoted(range, script)
      guard let sign = script[range].firstIndex(of: .equals) else { return }
      var name = script[range.lowerBound..<sign].drop { "-/ ".utf8.contains($0) }
      if let colon = name.lastIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
      guard let first = name.first, first.isNameStart,
        name.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
      else { return }
      let value = value(of: unquoted(sign + 1..<range.upperBound, script), in: script)
      if let assignment = value.named(ShownText.bounded(name)) { found.append(assignment) }
    }
  }

  private static func unquoted(_ range: Range<Int>, _ script: [UInt8]) -> Range<Int> {
    guard range.count >= 2, script[range.lowerBound] == .doubleQuote,
      script[range.upperBound - 1] == .doubleQuote
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// `^` takes the meaning from the character behind it; `%NAME%` and `!NAME!` are lookups.
  private static func value(of range: Range<Int>, in script: [UInt8]) -> ScriptWord {
    var value = ScriptWord(isKept: true)
    var scanner = ReferenceScanner(script, names: .capitals)
    var at = range.lowerBound
    while at < range.upperBound {
      if script[at] == UInt8(ascii: "^"), at + 1 < range.upperBound {
        value.append(script, at + 1..<at + 2)
        at += 2
      } else if let end = lookup(at, range, script) {
        value.append(script, ReferenceSpan(range: at..<end, literal: nil))
        at = end
      } else if script[at] == .dollar, let span = scanner.span(at: at, in: at..<range.upperBound) {
        value.append(script, span)
        at = span.range.upperBound
      } else {
        value.append(script, at..<at + 1)
        at += 1
      }
    }
    return value
  }

  private static func lookup(_ start: Int, _ range: Range<Int>, _ script: [UInt8]) -> Int? {
    guard script[start] == UInt8(ascii: "%") || script[start] == UInt8(ascii: "!") else {
      return nil
    }
    var end = start + 1
    while end < range.upperBound, script[end].isWord { end += 1 }
    guard end > start + 1, end < range.upperBound, script[end] == script[start] else { return nil }
    return end + 1
  }
}
