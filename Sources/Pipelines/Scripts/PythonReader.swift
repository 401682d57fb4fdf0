/// Reads the named values of a Python script: `name = "…"`, `name: str = "…"`, `call(name="…")`,
/// `{"name": "…"}`, `os.environ["NAME"] = "…"`, `os.environ.setdefault("NAME", "…")`. O(length).
enum PythonReader {
  static func assignments(in script: [UInt8]) -> [ScriptAssignment] {
    var found: [ScriptAssignment] = []
    // The tokens before, the last one last.
    var before: [PythonToken] = []
    for token in PythonTokens(script) {
      if case .string(let range, let body) = token, let name = name(before, script),
        let assignment = value(range, body, script).named(ShownText.bounded(script[name]))
      {
        found.append(assignment)
      }
      before.append(token)
      if before.count > 5 { before.removeFirst() }
    }
    return found
  }

  /// What the tokens before a string call it.
  private static func name(_ before: [PythonToken], _ script: [UInt8]) -> Range<Int>? {
    let tokens = Array(before.reversed())
    guard tokens.count >= 2, case .symbol(let sign, _) = tokens[0] else { return nil }
    switch (sign, tokens[1]) {
    case (.equals, .name(let range)):
      // `name: str = `
      if tokens.count > 3, case .symbol(UInt8(ascii: ":"), _) = tokens[2],
        case .name(let annotated) = tokens[3]
      {
        return last(annotated, script)
      }
      return last(range, script)
    case (.equals, .symbol(UInt8(ascii: "]"), _)):
      guard tokens.count > 2, case .string(_, let key) = tokens[2] else { return nil }
      return key
    case (UInt8(ascii: ":"), .string(_, let key)):
      return key
    case (UInt8(ascii: ","), .string(_, let key)):
      guard tokens.count > 3, case .symbol(.openParenthesis, _) = tokens[2],
        case .name(let call) = tokens[3],
        setters.contains(where: { script[last(call, script)].elementsEqual($0.utf8) })
      else { return nil }
      return key
    default: return nil
    }
  }

  private static let setters = ["setdefault", "putenv", "setenv"]

  /// The last part of a dotted name.
  private static func last(_ name: Range<Int>, _ script: [UInt8]) -> Range<Int> {
    let dot = script[name].lastIndex(of: UInt8(ascii: "."))
    return (dot.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
  }

  /// A string's value; what stands in the braces of an f-string is a lookup.
  private static func value(
    _ range: Range<Int>, _ body: Range<Int>, _ script: [UInt8]
  ) -> ScriptWord {
    var value = ScriptWord(isKept: true)
    let prefix = script[range.lowerBound..<body.lowerBound].map { $0 | 0x20 }
    let isRaw = prefix.contains(UInt8(ascii: "r"))
    let isFormat = prefix.contains(UInt8(ascii: "f"))
    var scanner = ReferenceScanner(script, names: .capitals)
    var at = body.lowerBound
    /// Whether a brace is open that nothing closes.
    var isOpen = false
    while at < body.upperBound {
      if script[at] == .backslash, !isRaw, at + 1 < body.upperBound {
        value.append(escaped(script[at + 1]), writtenAt: at)
        at += 2
      } else if isFormat, script.has("{{", at: at) || script.has("}}", at: at) {
        // Braces that stand for one; the value's range is to hold them all.
        let place = script[at] == .openBrace ? at : at + 1
        value.append(script, place..<place + 1)
        at += 2
      } else if isFormat, !isOpen, script[at] == .openBrace {
        if let end = field(at, body.upperBound, script) {
          value.append(script, ReferenceSpan(range: at..<end, literal: nil))
          at = end
        } else {
          isOpen = true
        }
      } else if script.has("${{", at: at), let span = scanner.span(at: at, in: at..<body.upperBound)
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

  /// Behind the braces of a lookup, which may hold others.
  private static func field(_ start: Int, _ limit: Int, _ script: [UInt8]) -> Int? {
    var depth = 0
    for at in start..<limit {
      if script[at] == .openBrace { depth += 1 }
      if script[at] == .closeBrace { depth -= 1 }
      if depth == 0 { return at + 1 }
    }
    return nil
  }

  private static func escaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): .newline
    case UInt8(ascii: "r"): .carriageReturn
    case UInt8(ascii: "t"): .tab
    default: byte
    }
  }
}
