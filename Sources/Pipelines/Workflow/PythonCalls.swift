/// Finds the calls of a Python script, with their arguments: `print(a, b)` is a command of the words
/// `print`, `a` and `b`. Of calls within each other's arguments the outermost counts, and before it the
/// outermost one that prints: so nothing is read more than twice, however deep calls nest. O(length).
enum PythonCalls {
  /// What prints its arguments.
  static let printers: Set<String> = [
    "print", "sys.stdout.write", "sys.stderr.write", "pprint", "pprint.pprint", "logging.info",
    "logging.debug", "logging.warning", "logging.error",
  ]

  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var calls: [ScriptCommand] = []
    var open: [Frame] = []
    /// How many open brackets are of calls, and of calls that print.
    var depth = (calls: 0, printers: 0)
    var callee: Range<Int>?
    for token in PythonTokens(script) {
      let name = callee
      callee = nil
      switch token {
      case .name(let range):
        callee = range
      case .string: break
      case .symbol(let symbol, let at):
        switch symbol {
        case .openParenthesis, .openBracket, .openBrace:
          let frame = Frame(symbol == .openParenthesis ? name : nil, start: at + 1, script)
          if frame.callee != nil { depth.calls += 1 }
          if frame.prints { depth.printers += 1 }
          open.append(frame)
        case .closeParenthesis, UInt8(ascii: "]"), .closeBrace:
          guard var frame = open.popLast() else { continue }
          frame.end(at, script)
          if frame.prints { depth.printers -= 1 }
          guard let callee = frame.callee else { continue }
          depth.calls -= 1
          if depth.calls == 0 || frame.prints && depth.printers == 0 {
            var call = ScriptCommand(call: callee, arguments: frame.arguments, end: at + 1)
            call.index = calls.count
            calls.append(call)
          }
        case UInt8(ascii: ","):
          if !open.isEmpty { open[open.count - 1].end(at, script) }
        default: break
        }
      }
    }
    return calls
  }

  private struct Frame {
    let callee: Range<Int>?
    let prints: Bool
    var start: Int
    var arguments: [Range<Int>] = []

    init(_ callee: Range<Int>?, start: Int, _ script: [UInt8]) {
      self.callee = callee
      self.start = start
      let name = callee.flatMap { $0.count <= 16 ? script[$0] : nil }
      prints = name.map { printers.contains(String(decoding: $0, as: UTF8.self)) } ?? false
    }

    mutating func end(_ end: Int, _ script: [UInt8]) {
      let argument = script.trimmed(start..<max(start, end))
      if !argument.isEmpty { arguments.append(argument) }
      start = end + 1
    }
  }
}
