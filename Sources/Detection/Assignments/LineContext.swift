/// What stands around a name and its value on their line. Each question costs a bounded number of
/// bytes and no memory.
struct LineContext {
  /// How far back a line's beginning is looked for.
  private static let reach = 200

  let bytes: [UInt8]

  /// Whether a `(` or a `,` stands before a place.
  func isArgument(_ place: Int) -> Bool {
    var before = place - 1
    while before >= 0, place - before < 8, bytes[before].isBlank { before -= 1 }
    guard before >= 0 else { return false }
    return bytes[before] == UInt8(ascii: "(") || bytes[before] == UInt8(ascii: ",")
  }

  /// Whether a name in quotes is the first argument of a call, `set("token", "…")`, with a blank
  /// before it or without, or an option in a list of arguments, `["--token", "…"]`.
  func isQuotedArgument(_ name: Range<Int>) -> Bool {
    let start = name.lowerBound
    guard start >= 3 else { return start == 2 && bytes[0] == UInt8(ascii: "(") }
    let (last, first) = (bytes[start - 2], bytes[start - 3])
    if bytes[start - 1] == UInt8(ascii: "-") { return last == UInt8(ascii: "-") && first.isQuote }
    return last == UInt8(ascii: "(") || last == 0x20 && first == UInt8(ascii: "(")
  }

  /// Whether another word follows on the line, other than a comment.
  func isFollowed(_ end: Int) -> Bool {
    var place = end
    while place < bytes.count, place - end < 32, bytes[place].isBlank { place += 1 }
    guard place > end, place < bytes.count else { return false }
    return bytes[place].isLetter
  }

  /// Whether the quote that a value seems to stand in is the end of a string that holds the name:
  /// `"wrong password: " + text`, `'--password='.$value['x']`.
  func closes(_ quote: UInt8, _ name: Range<Int>, _ value: Range<Int>) -> Bool {
    let first = bytes[value].first { !$0.isBlank } ?? 0
    guard Self.operators.contains(first), bytes[name.upperBound] != quote else { return false }
    return openQuote(at: name.lowerBound) == quote
  }

  /// What stands between a string and the next operand.
  private static let operators = ByteSet("+.,;)]}|&?:<>=")

  /// Whether nothing but blanks follows on the line.
  func isLast(_ end: Int) -> Bool {
    var place = end
    while place < bytes.count, place - end < 32, bytes[place].isBlank { place += 1 }
    return place == bytes.count || bytes[place].isNewline
  }

  /// Whether at most one word stands before a place on its line.
  func isBehindOneWord(_ place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 8, bytes[start - 1].isBlank { start -= 1 }
    while start > 0, place - start < 48, bytes[start - 1].isNameByte { start -= 1 }
    while start > 0, place - start < 64, bytes[start - 1].isBlank { start -= 1 }
    return start == 0 || bytes[start - 1].isNewline
  }

  /// Whether a quote is open at a place: an odd number of one kind stands before it on its line.
  func isInString(_ place: Int) -> Bool { openQuote(at: place) != 0 }

  /// Whether `{{` stands before a place on its line, and no `}}` behind that.
  func isInTemplate(_ place: Int) -> Bool {
    var start = place
    while start > 1, place - start < Self.reach, !bytes[start - 1].isNewline {
      if bytes[start - 1] == bytes[start - 2] {
        if bytes[start - 1] == UInt8(ascii: "{") { return true }
        if bytes[start - 1] == UInt8(ascii: "}") { return false }
      }
      start -= 1
    }
    return false
  }

  /// The quote that is open at a place; 0 for none.
  private func openQuote(at place: Int) -> UInt8 {
    var start = place
    while start > 0, place - start < Self.reach, !bytes[start - 1].isNewline { start -= 1 }
    var open: UInt8 = 0
    var isEscaped = false
    for index in start..<place {
      let byte = bytes[index]
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if open != 0 {
        if byte == open { open = 0 }
      } else if byte.isQuote, !isApostrophe(at: index) {
        open = byte
      }
    }
    return open
  }

  /// Whether a quote stands between two letters: `don't`.
  private func isApostrophe(at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "'") && place > 0 && place + 1 < bytes.count
      && bytes[place - 1].isLetter && bytes[place + 1].isLetter
  }

  /// Whether a name is a part of something else: `AWS::KMS::ReplicaKey` in quotes,
  /// `arn:aws:secretsmanager:us-east-1:123:secret:db`, `Confirm\ password` in a properties file,
  /// `-Pw` of grep, `^password=` of a pattern, `base\-passwd` of a manual page, `a=ice-pwd:` of a
  /// session's description (RFC 8866).
  func isPart(_ name: Range<Int>) -> Bool {
    let start = name.lowerBound
    guard start >= 2 else { return false }
    let (last, first) = (bytes[start - 1], bytes[start - 2])
    if last == UInt8(ascii: ":") {
      if first == UInt8(ascii: ":") {
        return name.upperBound < bytes.count && bytes[name.upperBound].isQuote
      }
      return first.isDigit || first == UInt8(ascii: "*")
    }
    if last.isBlank { return first == UInt8(ascii: "\\") }
    // `data-cf-beacon='{"token": "…"}'`: a page counts its readers under it, so all of them see it.
    if last.isQuote, bytes[max(0, start - 16)..<start].contains(ignoringCase: "cf-beacon") {
      return true
    }
    if last == UInt8(ascii: "^") { return true }
    if last == UInt8(ascii: "="), first == UInt8(ascii: "a") { return isSessionAttribute(name) }
    if last == UInt8(ascii: "-"), first == UInt8(ascii: "\\") {
      return start >= 3 && bytes[start - 3].isAlphanumeric
    }
    return last == UInt8(ascii: "-") && first.isBlank && name.count <= 3
      && bytes[name].contains(where: \.isUppercase)
  }

  /// Whether `a=name:` stands at the beginning of a line, be it written as `\n`.
  private func isSessionAttribute(_ name: Range<Int>) -> Bool {
    guard name.upperBound < bytes.count, bytes[name.upperBound] == UInt8(ascii: ":") else {
      return false
    }
    let start = name.lowerBound - 2
    guard start > 0, bytes[start - 1].isAlphanumeric else { return true }
    return start > 1 && bytes[start - 1] == UInt8(ascii: "n")
      && bytes[start - 2] == UInt8(ascii: "\\")
  }

  /// Whether a name is `token` behind a word that makes it a mark of a page or a form:
  /// `Next page token: …`.
  func isPageToken(_ name: Range<Int>) -> Bool {
    guard bytes[name].equals(ignoringCase: "token"), name.lowerBound > 3,
      bytes[name.lowerBound - 1].isBlank
    else { return false }
    let end = name.lowerBound - 1
    var start = end
    while start > 0, end - start < 16, bytes[start - 1].isLetter { start -= 1 }
    let words: [StaticString] = [
      "page", "csrf", "xsrf", "continuation", "pagination", "sync", "resume", "cancellation",
    ]
    return words.contains { bytes[start..<end].equals(ignoringCase: $0) }
  }

  /// Whether a word declares what follows it, so that it says nothing about it.
  static func declares(_ word: ArraySlice<UInt8>) -> Bool {
    let words: [StaticString] = [
      "const", "let", "var", "val", "final", "auto", "string", "def", "my", "our", "static", "char",
      "export", "return",
    ]
    return words.contains { word.equals(ignoringCase: $0) }
  }

  /// Whether a call's name says that a literal given to it is no password: `splitpasswd("…")`,
  /// `passValue("…")`, `validateToken("…")`.
  func isOtherCall(_ name: Range<Int>) -> Bool {
    guard name.upperBound < bytes.count, bytes[name.upperBound] == UInt8(ascii: "(") else {
      return false
    }
    let dot = bytes[name].lastIndex(of: UInt8(ascii: "."))
    if let dot, let verb = NameWords.split(bytes[(dot + 1)..<name.upperBound]).first,
      Self.methodVerbs.contains(verb)
    {
      return true
    }
    let words = NameWords.split(bytes[name])
    guard let first = words.first, words.count > 1 else { return false }
    return first == "pass" || Self.otherVerbs.contains(first)
  }

  /// Whether a name in quotes is given to a call that makes, looks for or takes away what is called
  /// so: `createBinding("my-secret", "cluster1")`.
  func isGivenByName(_ name: Range<Int>) -> Bool {
    var end = name.lowerBound - 1
    guard end > 1, bytes[end].isQuote else { return false }
    while end > 0, bytes[end - 1].isBlank { end -= 1 }
    guard end > 1, bytes[end - 1] == UInt8(ascii: "(") else { return false }
    end -= 1
    var start = end
    while start > 0, end - start < 48, bytes[start - 1].isNameByte { start -= 1 }
    let callee = bytes[start..<end]
    let method = callee.lastIndex(of: UInt8(ascii: ".")).map { callee[($0 + 1)...] } ?? callee
    return NameWords.split(method).first.map(Self.otherVerbs.contains) ?? false
  }

  /// What methods of a secret's class do with texts that are no secrets: `Secret.getCipher("…")`,
  /// `Token.debug("…")`; `Secret.fromString("…")` is none of them.
  private static let methodVerbs: Set = [
    "get", "parse", "check", "verify", "validate", "decode", "compare", "match", "contains",
    "debug",
    "info", "warn", "error", "log", "print", "println", "trace", "lookup", "value", "find", "read",
    "load", "is", "has", "add", "remove",
  ]

  private static let otherVerbs: Set = [
    "split", "parse", "get", "check", "verify", "validate", "hash", "is", "has", "decode",
    "compare", "match", "assert", "test", "expect", "contains", "find", "read", "load", "fetch",
    "prompt",
    "format", "mask", "redact", "sanitize", "filter", "extract", "strip", "quote", "escape", "to",
    "from", "convert", "should", "must", "can", "delete", "remove", "lookup", "ask", "show", "hide",
    "create", "generate", "make",
  ]
}
