/// Reads values: quoted ones to their closing quote, bare ones to the blank or mark that ends them.
///
/// Both remember how far the last search went, so that a line of a megabyte with a name in every
/// word is still read in linear time. What is remembered are facts about the text: a value is the
/// same whatever was read before it.
struct ValueReader {
  /// A longer value is no password or token; keys in PEM have rules of their own.
  static let limit = 8 << 10

  struct Value {
    var range: Range<Int>
    var quote: UInt8?
    /// Whether the quotes are themselves escaped, as in JSON within JSON.
    var isEscaped = false
  }

  /// A bare value with more marks of assignments in it is a list of assignments.
  private static let mostMarks = 16

  let bytes: [UInt8]
  /// For each kind of bare value, a stretch of the text in which none ends.
  private var stretches = Stretches()
  /// For each kind of quote, a stretch of the text in which none closes.
  private var unquoted = Stretches()
  /// How far was looked over a line break behind a backslash; 0 for not at all. All else that is read
  /// stays on its line.
  private(set) var reach = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func forgetReach() { reach = 0 }

  /// The value that begins at `start`, where no blank stands. `stops` are further bytes that end a
  /// bare value.
  mutating func value(at start: Int, isWholeWord: Bool, endsAtAmpersand: Bool) -> Value? {
    guard start < bytes.count else { return nil }
    if let opening = opening(at: start) {
      let begin = start + opening.length
      if let end = closing(opening.quote, isEscaped: opening.isEscaped, from: begin) {
        return Value(range: begin..<end, quote: opening.quote, isEscaped: opening.isEscaped)
      }
      // A quote that is never closed on its line: what follows is read as if it were not there.
      return bareValue(at: begin, isWholeWord: false, endsAtAmpersand: endsAtAmpersand)
    }
    return bareValue(at: start, isWholeWord: isWholeWord, endsAtAmpersand: endsAtAmpersand)
  }

  /// The quote that opens at `start`, behind a literal's prefix such as `b`, `r`, `f`, `@` or `$`.
  private func opening(at start: Int) -> (quote: UInt8, length: Int, isEscaped: Bool)? {
    var place = start
    while place < bytes.count, place < start + 2, Self.prefixes.contains(bytes[place]) {
      place += 1
    }
    guard place < bytes.count else { return nil }
    if bytes[place].isQuote { return (bytes[place], place + 1 - start, false) }
    if bytes[start] == UInt8(ascii: "\\"), start + 1 < bytes.count, bytes[start + 1].isQuote {
      return (bytes[start + 1], 2, true)
    }
    return nil
  }

  private static let prefixes = ByteSet("bBrRuUfFLN@$&")

  /// Where the closing quote stands on the line.
  private mutating func closing(_ quote: UInt8, isEscaped: Bool, from start: Int) -> Int? {
    let kind = Stretches.kind(ofQuote: quote, isEscaped: isEscaped)
    let end = min(bytes.count, start + Self.limit)
    let from = unquoted.lowerBound(kind, around: start)
    var place = unquoted.upperBound(kind, around: start)
    defer { if unquoted.crossing[kind] >= start { reach = max(reach, place) } }
    while place < end, !bytes[place].isNewline {
      if bytes[place] == UInt8(ascii: "\\") {
        guard place + 2 <= end else { break }
        if isEscaped, bytes[place + 1] == quote { return place }
        if bytes[place + 1].isNewline { unquoted.crossing[kind] = place }
        place += 2
      } else if bytes[place] == quote {
        return place
      } else {
        place += 1
      }
    }
    unquoted.ranges[kind] = from..<place
    return nil
  }

  /// - Parameter isWholeWord: whether only a blank or a quote ends the value, as in `env`'s output;
  ///   otherwise the marks of code and connection strings do too.
  private mutating func bareValue(
    at start: Int, isWholeWord: Bool, endsAtAmpersand: Bool
  ) -> Value? {
    if let end = closingBracket(from: start) { return Value(range: start..<end, quote: nil) }
    let kind = (isWholeWord ? 1 : 0) + (endsAtAmpersand ? 2 : 0)
    let from = stretches.lowerBound(kind, around: start)
    var end = stretches.upperBound(kind, around: start)
    let limit = min(bytes.count, start + Self.limit + 1)
    while end < limit, !Self.endsWord(bytes[end]),
      !endsBare(at: end, isWholeWord: isWholeWord, endsAtAmpersand: endsAtAmpersand)
    {
      end += 1
    }
    stretches.ranges[kind] = from..<end
    // Values that end at one place overlap: names within values, as in a URL's query. A few are
    // read, but never so many that their lengths grow beyond the stretch they stand in.
    guard end - start <= Self.limit,
      hasFew(start..<end, of: UInt8(ascii: "="), UInt8(ascii: ":"))
    else { return nil }
    while end > start, Self.trails(bytes[end - 1]) { end -= 1 }
    return end > start ? Value(range: start..<end, quote: nil) : nil
  }

  /// Whether a range holds no more of two marks than a value does. Looks no further than that.
  func hasFew(_ range: Range<Int>, of one: UInt8, _ other: UInt8) -> Bool {
    var left = Self.mostMarks
    for place in range where bytes[place] == one || bytes[place] == other {
      left -= 1
      if left < 0 { return false }
    }
    return true
  }

  /// Just behind the bracket that closes `[MASKED]`, `(sensitive value)` or `<your password>`.
  private func closingBracket(from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let closing: UInt8
    switch bytes[start] {
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case UInt8(ascii: "<"): closing = UInt8(ascii: ">")
    default: return nil
    }
    var end = start + 1
    while end < bytes.count, end - start < 48,
      bytes[end].isNameByte || bytes[end] == UInt8(ascii: " ")
    {
      end += 1
    }
    return end > start + 1 && end < bytes.count && bytes[end] == closing ? end + 1 : nil
  }

  private func endsBare(at place: Int, isWholeWord: Bool, endsAtAmpersand: Bool) -> Bool {
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "&"):
      return endsAtAmpersand || isParameter(behind: place) || isEntity(at: place)
    case UInt8(ascii: "#"): return endsAtAmpersand
    case UInt8(ascii: "\\"):
      guard place + 1 < bytes.count else { return false }
      return bytes[place + 1].isQuote || bytes[place + 1].isNewline
        || bytes[place + 1] == UInt8(ascii: "n")
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
      return !isWholeWord
    default: return false
    }
  }

  /// Whether `name=` stands behind an ampersand, as in a form's body.
  private func isParameter(behind ampersand: Int) -> Bool {
    var place = ampersand + 1
    while place < bytes.count, place - ampersand < 48, bytes[place].isNameByte { place += 1 }
    return place > ampersand + 1 && place < bytes.count && bytes[place] == UInt8(ascii: "=")
  }

  /// Whether `&quot;`, `&lt;` or the like stands there, as in text within HTML and XML.
  private func isEntity(at ampersand: Int) -> Bool {
    var place = ampersand + 1
    while place < bytes.count, place - ampersand < 8,
      bytes[place].isLowercase || place == ampersand + 1 && bytes[place] == UInt8(ascii: "#")
        || bytes[place].isDigit
    {
      place += 1
    }
    return place > ampersand + 2 && place < bytes.count && bytes[place] == UInt8(ascii: ";")
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte.isQuote || byte == 0x7F
  }

  private static func trails(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }
}

/// Stretches of a text that a search of some kind has run over in vain.
private struct Stretches {
  /// One for each kind.
  var ranges = InlineArray<6, Range<Int>>(repeating: 0..<0)
  /// The last line break that the kind's search ran over; -1 for none.
  var crossing = InlineArray<6, Int>(repeating: -1)

  static func kind(ofQuote quote: UInt8, isEscaped: Bool) -> Int {
    let kind = quote == UInt8(ascii: "\"") ? 0 : quote == UInt8(ascii: "'") ? 2 : 4
    return kind + (isEscaped ? 1 : 0)
  }

  /// Where the stretch begins that a search from `start` extends.
  func lowerBound(_ kind: Int, around start: Int) -> Int {
    ranges[kind].contains(start) ? ranges[kind].lowerBound : start
  }

  /// Where a search from `start` goes on.
  func upperBound(_ kind: Int, around start: Int) -> Int {
    ranges[kind].contains(start) ? ranges[kind].upperBound : start
  }
}
