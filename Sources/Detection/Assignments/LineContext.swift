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

  /// Whether another word follows on the line, other than a comment.
  func isFollowed(_ end: Int) -> Bool {
    var place = end
    while place < bytes.count, place - end < 32, bytes[place].isBlank { place += 1 }
    guard place > end, place < bytes.count else { return false }
    return bytes[place].isLetter
  }

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
  func isInString(_ place: Int) -> Bool {
    var start = place
    while start > 0, place - start < Self.reach, !bytes[start - 1].isNewline { start -= 1 }
    var open: UInt8 = 0
    var isEscaped = false
    for byte in bytes[start..<place] {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if open != 0 {
        if byte == open { open = 0 }
      } else if byte.isQuote {
        open = byte
      }
    }
    return open != 0
  }

  /// Whether a name is a part of something else: `AWS::KMS::ReplicaKey` in quotes,
  /// `arn:aws:secretsmanager:us-east-1:123:secret:db`, `Confirm\ password` in a properties file,
  /// `-Pw` of grep.
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
    return last == UInt8(ascii: "-") && first.isBlank && name.count <= 3
      && bytes[name].contains(where: \.isUppercase)
  }

  /// Whether a call's name says that a literal given to it is no password: `splitpasswd("…")`,
  /// `passValue("…")`, `validateToken("…")`.
  func isOtherCall(_ name: Range<Int>) -> Bool {
    guard name.upperBound < bytes.count, bytes[name.upperBound] == UInt8(ascii: "(") else {
      return false
    }
    let words = NameWords.split(bytes[name])
    guard let first = words.first, words.count > 1 else { return false }
    return first == "pass" || Self.otherVerbs.contains(first)
  }

  private static let otherVerbs: Set = [
    "split", "parse", "get", "check", "verify", "validate", "hash", "is", "has", "decode",
    "compare", "match", "assert", "test", "expect", "find", "read", "load", "fetch", "prompt",
    "format", "mask", "redact", "sanitize", "filter", "extract", "strip", "quote", "escape", "to",
    "from", "convert", "should", "must", "can", "delete", "remove", "lookup", "ask", "show", "hide",
  ]
}
