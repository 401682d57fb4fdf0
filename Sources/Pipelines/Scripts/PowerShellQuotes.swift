/// The quotes of PowerShell.
///
/// Source: learn.microsoft.com, "about_Quoting_Rules", "about_Special_Characters".
enum PowerShellQuotes {
  /// Behind the string that begins at an offset; `nil` if nothing closes it.
  static func end(in script: [UInt8], at start: Int) -> Int? {
    let quote = script[start]
    var at = start + 1
    while at < script.count {
      if script[at] == .backquote, quote == .doubleQuote {
        at += 2
      } else if script[at] == quote {
        guard at + 1 < script.count, script[at + 1] == quote else { return at + 1 }
        at += 2
      } else {
        at += 1
      }
    }
    return nil
  }

  /// The value of a word: quotes and escapes resolved, lookups marked.
  static func value(of word: Range<Int>, in script: [UInt8]) -> ScriptWord {
    var value = ScriptWord(isKept: true)
    var scanner = ReferenceScanner(script, names: .shell)
    if let body = hereBody(word, script) {
      value.append(script, body)
      return value
    }
    var at = word.lowerBound
    var quote: UInt8?
    while at < word.upperBound {
      let byte = script[at]
      if byte == quote || quote == nil && byte.isQuote {
        if quote != nil, at + 1 < word.upperBound, script[at + 1] == byte {
          value.append(script, at..<at + 1)
          at += 2
        } else {
          quote = quote == nil ? byte : nil
          at += 1
        }
      } else if byte == .backquote, quote != .singleQuote, at + 1 < word.upperBound {
        value.append(escaped(script[at + 1]), writtenAt: at)
        at += 2
      } else if byte == .dollar, quote != .singleQuote || script.has("${{", at: at),
        let span = scanner.span(at: at, in: at..<word.upperBound)
      {
        value.append(script, span)
        at = span.range.upperBound
      } else {
        value.append(script, at..<at + 1)
        at += 1
      }
    }
    return value
  }

  private static func hereBody(_ word: Range<Int>, _ script: [UInt8]) -> Range<Int>? {
    guard word.count > 5, script[word.lowerBound] == UInt8(ascii: "@"),
      script[word.lowerBound + 1].isQuote,
      let start = script[word].firstIndex(of: .newline), start < word.upperBound - 3
    else { return nil }
    let end = script[word.upperBound - 4] == .carriageReturn ? 4 : 3
    return start + 1..<max(start + 1, word.upperBound - end)
  }

  private static func escaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): .newline
    case UInt8(ascii: "r"): .carriageReturn
    case UInt8(ascii: "t"): .tab
    case UInt8(ascii: "0"): 0
    default: byte
    }
  }
}
