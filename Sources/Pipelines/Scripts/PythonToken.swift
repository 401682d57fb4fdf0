/// A token of Python, as far as values and calls need it.
enum PythonToken {
  /// A name, dots included: `os.environ`.
  case name(Range<Int>)
  /// A string with its prefix and quotes; its body without them.
  case string(Range<Int>, body: Range<Int>)
  case symbol(UInt8, Int)
}

/// The tokens of a Python script; comments are none. O(length).
///
/// Source: docs.python.org, "Lexical analysis".
struct PythonTokens: IteratorProtocol, Sequence {
  private let script: [UInt8]
  private var at = 0
  /// Long quotes that nothing closes, so that none is sought twice.
  private var missing: Set<UInt8> = []
  /// Up to where no quote of a kind is closed on its line.
  private var open: [UInt8: Int] = [:]

  init(_ script: [UInt8]) { self.script = script }

  /// The next token; `nil` at the end.
  mutating func next() -> PythonToken? {
    while at < script.count {
      let byte = script[at]
      if byte == UInt8(ascii: "#") {
        at = script[at...].firstIndex(of: .newline) ?? script.count
      } else if byte.isQuote {
        if let token = string(from: at) { return token }
        at += 1
      } else if byte.isNameStart {
        return nameOrString()
      } else if byte.isWhite || byte == .backslash {
        at += 1
      } else {
        at += 1
        return .symbol(byte, at - 1)
      }
    }
    return nil
  }

  private mutating func nameOrString() -> PythonToken {
    let start = at
    while at < script.count, script[at].isWord || script[at] == UInt8(ascii: ".") { at += 1 }
    // `f"…"`, `rb'…'`.
    if at < script.count, script[at].isQuote, at - start <= 2,
      script[start..<at].allSatisfy({ "rRbBfFuU".utf8.contains($0) }),
      let token = string(from: start)
    {
      return token
    }
    return .name(start..<at)
  }

  private mutating func string(from start: Int) -> PythonToken? {
    var open = start
    while !script[open].isQuote { open += 1 }
    let quote = script[open]
    let isLong =
      open + 2 < script.count && script[open + 1] == quote && script[open + 2] == quote
    if isLong ? missing.contains(quote) : open < self.open[quote] ?? 0 { return nil }
    let body = open + (isLong ? 3 : 1)
    var end = body
    while end < script.count {
      if script[end] == .backslash {
        end += 2
        continue
      }
      if script[end] == quote, !isLong || closes(end, quote) {
        at = end + (isLong ? 3 : 1)
        return .string(start..<at, body: body..<end)
      }
      if !isLong, script[end] == .newline { break }
      end += 1
    }
    if isLong { missing.insert(quote) } else { self.open[quote] = end }
    return nil
  }

  private func closes(_ end: Int, _ quote: UInt8) -> Bool {
    end + 2 < script.count && script[end + 1] == quote && script[end + 2] == quote
  }
}
