/// Finds the calls of a Python script, with their arguments: `print(a, b)` is a command of the words
/// `print`, `a` and `b`. A call within another's arguments comes first. O(length).
enum PythonCalls {
  static func all(in script: [UInt8]) -> [ScriptCommand] {
    var calls: [ScriptCommand] = []
    var open: [Frame] = []
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
          open.append(Frame(callee: symbol == .openParenthesis ? name : nil, start: at + 1))
        case .closeParenthesis, UInt8(ascii: "]"), .closeBrace:
          guard var frame = open.popLast() else { continue }
          frame.end(at, script)
          if let callee = frame.callee {
            calls.append(ScriptCommand(call: callee, arguments: frame.arguments, end: at + 1))
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
    var start: Int
    var arguments: [Range<Int>] = []

    init(callee: Range<Int>?, start: Int) {
      self.callee = callee
      self.start = start
    }

    mutating func end(_ end: Int, _ script: [UInt8]) {
      let argument = script.trimmed(start..<max(start, end))
      if !argument.isEmpty { arguments.append(argument) }
      start = end + 1
    }
  }
}
