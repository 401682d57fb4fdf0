internal import Findings

/// Reads the assignments of a shell script: every word `NAME=VALUE`, wherever it stands. So
/// `export K=V`, `K=V command`, `docker run -e K=V` and `echo "K=V" >> file` need no grammar.
///
/// Quotes, escapes, comments, substitutions and here-documents are understood; the lines of a
/// here-document that are assignments themselves are read, too. A quote that nothing closes is a
/// character like any other: the script may be in another language. O(length).
struct ShellReader {
  private let script: [UInt8]
  private var scanner: ReferenceScanner
  private var found: [ScriptAssignment] = []
  /// Substitutions whose scripts have yet to be read.
  private var inner: [Range<Int>] = []
  private var documents = HereDocumentEnds()
  /// Bytes that may yet be read twice.
  private var patience: Int

  init(_ script: [UInt8]) {
    self.script = script
    scanner = ReferenceScanner(script, names: .shell)
    patience = 4 * script.count + 1_024
  }

  /// The assignments, in the order of the script.
  mutating func assignments() -> [ScriptAssignment] {
    inner = [script.indices]
    while let range = inner.popLast() {
      patience -= range.count
      if patience > 0 { read(range) }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func read(_ range: Range<Int>) {
    let limit = range.upperBound
    var announced: [HereDocument] = []
    var at = range.lowerBound
    while at < limit {
      switch script[at] {
      case .newline:
        at += 1
        for document in announced { at = readBody(of: document, from: at, limit) }
        announced = []
      case UInt8(ascii: "#"):
        at = script[at..<limit].firstIndex(of: .newline) ?? limit
      case .less where script.has("<<", at: at):
        if let document = HereDocument(script, at: at) {
          announced.append(document)
          at = document.end
        } else {
          at += 3
        }
      case let byte where Self.endsWord(byte):
        at += 1
      default:
        at = readWord(from: at, limit)
      }
    }
  }

  private mutating func readBody(of document: HereDocument, from start: Int, _ limit: Int) -> Int {
    guard patience > 0 else { return start }
    guard let (body, end) = documents.body(of: document, in: script, from: start, to: limit) else {
      patience -= limit - start
      return start
    }
    for line in KeyValueLine.lines(of: script, body) {
      guard let pair = KeyValueLine(script, line, names: .dotted) else { continue }
      let value = Array(script[pair.value])
      let reading = ValueReading(of: value, names: .shell)
      let start = pair.value.lowerBound
      found.append(
        ScriptAssignment(
          name: ShownText.bounded(script[pair.name]), value: Array(value[reading.part]),
          kind: reading.kind,
          range: start + reading.part.lowerBound..<start + reading.part.upperBound))
    }
    return end
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte.isWhite || ";&|()<>".utf8.contains(byte)
  }
}

// MARK: - Words

extension ShellReader {
  /// Reads a word, and gives the offset behind it.
  private mutating func readWord(from start: Int, _ limit: Int) -> Int {
    var word = ScriptWord(isKept: mayBeAssignment(start, limit))
    var at = start
    while at < limit, !Self.endsWord(script[at]) {
      switch script[at] {
      case .singleQuote:
        at = readSingleQuotes(at, limit, &word)
      case .doubleQuote:
        at = readDoubleQuotes(at, limit, &word)
      case .backslash where at + 1 < limit:
        // Before a line's end it joins the lines.
        if script[at + 1] != .newline { word.append(script, at + 1..<at + 2) }
        at += 2
      case .dollar, .backquote:
        at = readLookup(at, limit, &word)
      default:
        word.append(script, at..<at + 1)
        at += 1
      }
    }
    if let assignment = word.assignment { found.append(assignment) }
    return max(at, start + 1)
  }

  /// Whether a word begins with a name and `=`, perhaps within quotes.
  private func mayBeAssignment(_ start: Int, _ limit: Int) -> Bool {
    var at = start
    if script[at] == .singleQuote || script[at] == .doubleQuote { at += 1 }
    guard at < limit, script[at].isNameStart else { return false }
    while at < limit, ScriptWord.isNameByte(script[at]) { at += 1 }
    return at < limit && (script[at] == .equals || script.has("+=", at: at))
  }

  private mutating func readSingleQuotes(
    _ start: Int, _ limit: Int, _ word: inout ScriptWord
  ) -> Int {
    var at = start + 1
    while patience > 0, at < limit {
      if script[at] == .singleQuote {
        return at + 1
      }
      // The CI system puts expressions in before the shell sees its quotes.
      if script.has("${{", at: at), let span = scanner.span(at: at, in: at..<limit) {
        word.append(script, span)
        at = span.range.upperBound
      } else {
        word.append(script, at..<at + 1)
        at += 1
      }
    }
    return giveUp(start, limit, &word)
  }

  private mutating func readDoubleQuotes(
    _ start: Int, _ limit: Int, _ word: inout ScriptWord
  ) -> Int {
    var at = start + 1
    while patience > 0, at < limit {
      switch script[at] {
      case .doubleQuote:
        return at + 1
      case .backslash where at + 1 < limit && "\"\\$`\n".utf8.contains(script[at + 1]):
        if script[at + 1] != .newline { word.append(script, at + 1..<at + 2) }
        at += 2
      case .dollar, .backquote:
        at = readLookup(at, limit, &word)
      default:
        word.append(script, at..<at + 1)
        at += 1
      }
    }
    return giveUp(start, limit, &word)
  }

  /// Takes a quote that nothing closes for a character. Its word is given up: it cannot be taken
  /// back to where it was without a copy for each quote.
  private mutating func giveUp(_ start: Int, _ limit: Int, _ word: inout ScriptWord) -> Int {
    patience -= limit - start
    word = ScriptWord(isKept: false)
    return start + 1
  }

  private mutating func readLookup(_ start: Int, _ limit: Int, _ word: inout ScriptWord) -> Int {
    if script[start] == .backquote {
      guard patience > 0,
        let end = script[(start + 1)..<limit].firstIndex(of: .backquote)
      else { return giveUp(start, limit, &word) }
      inner.append(start + 1..<end)
      word.append(script, ReferenceSpan(range: start..<end + 1, literal: nil))
      return end + 1
    }
    // `$$(` and `$${` mean nothing to a shell: the CI system takes one of the signs away.
    let isEscaped = script.has("$$(", at: start) || script.has("$${", at: start)
    let at = isEscaped ? min(start + 1, limit) : start
    guard at < limit, let span = scanner.span(at: at, in: at..<limit) else {
      // A `$$` is one character twice.
      let end = min(start + (script.has("$$", at: start) ? 2 : 1), limit)
      word.append(script, start..<end)
      return end
    }
    if script.has("$(", at: at) {
      inner.append(at + 2..<span.range.upperBound - 1)
    }
    word.append(
      script, ReferenceSpan(range: start..<span.range.upperBound, literal: span.literal))
    return span.range.upperBound
  }
}
