/// Reads what stands between a name and its value.
struct MarkReader {
  struct Found {
    var notation: Notation
    /// Where the value begins.
    var value: Int
    /// Whether the value must stand in quotes to be one.
    var needsQuotes = false
  }

  /// More blanks than alignment needs.
  private static let blanks = 64
  /// How far the value of a named entry may stand from the name.
  private static let entryReach = 200

  let bytes: [UInt8]
  /// How far was looked over a line break; 0 for not at all.
  var reach = 0
  private let declarations: DeclarationReader

  init(bytes: [UInt8]) {
    self.bytes = bytes
    declarations = DeclarationReader(bytes: bytes)
  }

  /// The mark behind a name, or `nil` if no value follows.
  mutating func mark(behind name: Range<Int>) -> Found? {
    var place = name.upperBound
    var isNameQuoted = false
    if at(place) == UInt8(ascii: "\\"), at(place + 1)?.isQuote == true { place += 1 }
    if let byte = at(place), byte.isQuote {
      isNameQuoted = true
      place += 1
    }
    // `**Password**: …` of Markdown.
    if at(place) == UInt8(ascii: "*"), at(place + 1) == UInt8(ascii: "*") { place += 2 }
    // `["password"] = …`, but not `input[type=password]:hover`.
    if at(place) == UInt8(ascii: "]"), isNameQuoted || byte(before: name) == UInt8(ascii: "[") {
      place += 1
    }
    if at(place) == UInt8(ascii: "["), !isNameQuoted { place = behindSize(place) }
    if at(place) == UInt8(ascii: ">"), isNameQuoted || byte(before: name) == UInt8(ascii: "<") {
      return Found(notation: Notation(mark: .element), value: place + 1)
    }
    if at(place) == UInt8(ascii: "<"), at(place + 1) == UInt8(ascii: "/") {
      let (value, end) = ListedElement(bytes: bytes).value(from: place)
      reach = max(reach, end)
      if let value { return Found(notation: Notation(mark: .element), value: value) }
    }
    if let text = OpenElement(bytes: bytes).text(behind: place, name: name) {
      return Found(notation: Notation(mark: .element), value: text)
    }
    if let entry = entry(from: place, name: name) { return entry }
    if isNameQuoted, let entry = variable(from: place, name: name) { return entry }
    var start = skipBlanks(place)
    var notation = Notation(mark: .equals)
    notation.hasBlanks = start > place
    // `Unseal Key 2: …`.
    if notation.hasBlanks, at(start)?.isDigit == true, !isNameQuoted {
      let mark = skipBlanks(at(start + 1)?.isDigit == true ? start + 2 : start + 1)
      if at(mark) == UInt8(ascii: ":") || at(mark) == UInt8(ascii: "=") { start = mark }
    }
    guard let first = at(start) else { return nil }
    switch first {
    case UInt8(ascii: "="): return equals(at: start, notation)
    case UInt8(ascii: ":"): return colon(at: start, notation, behind: name)
    case UInt8(ascii: "?") where at(start + 1) == UInt8(ascii: "="):
      return found(notation, at: start + 2)
    // `||=`, `??=`.
    case UInt8(ascii: "|"), UInt8(ascii: "?"):
      guard at(start + 1) == first, at(start + 2) == UInt8(ascii: "=") else { return nil }
      return found(notation, at: start + 3, needsQuotes: true)
    case UInt8(ascii: "<") where at(start + 1) == UInt8(ascii: "-"):
      return found(notation, at: start + 2)
    case UInt8(ascii: "(") where !isNameQuoted && start == place:
      notation.mark = .juxtaposition
      return found(notation, at: start + 1, needsQuotes: true)
    case UInt8(ascii: "{") where !isNameQuoted && start == place && at(start + 1)?.isQuote == true:
      // `std::string password{"…"}`, but not Perl's `$password{'user'}`.
      if let sigil = byte(before: name), "$@%".utf8.contains(sigil) { return nil }
      return found(notation, at: start + 1, needsQuotes: true)
    case UInt8(ascii: ",")
    where !isNameQuoted && start == place && byte(before: name) == UInt8(ascii: "{"):
      // Erlang's `{password, "…"}`.
      return found(notation, at: start + 1, needsQuotes: true)
    case UInt8(ascii: ",") where isNameQuoted && LineContext(bytes: bytes).isQuotedArgument(name):
      // The first two arguments of a call; elsewhere strings beside each other are a list.
      notation.mark = .juxtaposition
      return found(notation, at: start + 1, needsQuotes: true)
    // `admin password -> VALUE` of notes; what code puts there is no made-up value.
    case UInt8(ascii: "-") where at(start + 1) == UInt8(ascii: ">") && at(start + 2) == 0x20:
      guard notation.hasBlanks, !isNameQuoted else { return nil }
      notation.mark = .sentence
      return found(notation, at: start + 2)
    case _ where notation.hasBlanks && !isNameQuoted:
      if first.isLetter, let quote = declarations.typed(from: start) {
        return Found(notation: notation, value: quote, needsQuotes: true)
      }
      // Clojure's `:password "…"`.
      if first.isQuote, byte(before: name) == UInt8(ascii: ":") {
        return Found(notation: notation, value: start, needsQuotes: true)
      }
      let isFlag = byte(before: name) == UInt8(ascii: "-")
      notation.mark = isFlag ? .flag : first.isQuote ? .juxtaposition : .mention
      return Found(notation: notation, value: start, needsQuotes: notation.mark == .juxtaposition)
    default: return nil
    }
  }

  private mutating func equals(at start: Int, _ notation: Notation) -> Found? {
    var notation = notation
    // The equals sign of quoted-printable.
    if at(start + 1) == UInt8(ascii: "3"), at(start + 2) == UInt8(ascii: "D"),
      let next = at(start + 3), !next.isHexDigit, !next.isBlank
    {
      return found(notation, at: start + 3)
    }
    switch at(start + 1) {
    case UInt8(ascii: "="):
      notation.mark = .comparison
      let length = at(start + 2) == UInt8(ascii: "=") ? 3 : 2
      return found(notation, at: start + length, needsQuotes: true)
    case UInt8(ascii: ">"): return found(notation, at: start + 2)
    case UInt8(ascii: "~"): return nil
    default: return continued(found(notation, at: start + 1))
    }
  }

  /// A value in quotes on the line below, where the mark ends its line.
  private mutating func continued(_ found: Found) -> Found {
    let (quote, end) = declarations.quoteOnNextLine(from: found.value)
    reach = max(reach, end)
    guard let quote else { return found }
    return Found(notation: found.notation, value: quote, needsQuotes: true)
  }

  private mutating func colon(at start: Int, _ notation: Notation, behind name: Range<Int>)
    -> Found?
  {
    var notation = notation
    switch at(start + 1) {
    // LDIF's base64: `userPassword:: …`.
    case UInt8(ascii: ":"):
      return notation.hasBlanks || at(start + 2) != UInt8(ascii: " ")
        ? nil : found(notation, at: start + 2)
    case UInt8(ascii: "/") where at(start + 2) == UInt8(ascii: "/"): return nil
    // `{{ $password := include … }}` of templates.
    case UInt8(ascii: "="):
      return found(notation, at: start + 2, needsQuotes: byte(before: name) == UInt8(ascii: "$"))
    // `${NAME:?message}` and `${NAME:+text}` give no value.
    case UInt8(ascii: "?"), UInt8(ascii: "+"): return nil
    case UInt8(ascii: "-"):
      notation.mark = .fallback
      return found(notation, at: start + 2)
    default:
      notation.mark = .colon
      // `**Password:** …` of Markdown.
      let isBold = at(start + 1) == UInt8(ascii: "*") && at(start + 2) == UInt8(ascii: "*")
      let found = found(notation, at: isBold ? start + 3 : start + 1)
      let (value, end) = declarations.blockDefault(of: name, from: found.value)
      reach = max(reach, end)
      if let value {
        return Found(notation: Notation(mark: .entry), value: value)
      }
      return annotated(found)
    }
  }

  /// `password: String = "…"`: what stands behind the colon is a type.
  private func annotated(_ found: Found) -> Found {
    var place = found.value
    while let byte = at(place), place - found.value < Self.blanks,
      byte.isNameByte || Self.typeBytes.contains(byte)
    {
      place += 1
    }
    guard place > found.value else { return found }
    let sign = skipBlanks(place)
    guard at(sign) == UInt8(ascii: "="), at(sign + 1) != UInt8(ascii: "=") else { return found }
    let value = skipBlanks(sign + 1)
    guard at(value)?.isQuote == true else { return found }
    var annotated = found
    annotated.notation.mark = .equals
    annotated.value = value
    return annotated
  }

  private static let typeBytes = ByteSet("<>?&[]'*")

  /// `name: NAME` with `value: VALUE` behind it, `key="NAME" value="VALUE"` and the like.
  private mutating func entry(from place: Int, name: Range<Int>) -> Found? {
    guard isLabelled(name) else { return nil }
    guard var place = valueWord(from: place) else { return nil }
    place += 5
    if at(place)?.isQuote == true { place += 1 }
    place = skipBlanks(place)
    guard at(place) == UInt8(ascii: ":") || at(place) == UInt8(ascii: "=") else { return nil }
    return found(Notation(mark: .entry), at: place + 1)
  }

  /// Where `value` stands as a key of the same entry, with a few other keys before it or without.
  private mutating func valueWord(from start: Int) -> Int? {
    var place = start
    var isElsewhere = false
    // What is told about one byte may hang on the word behind it.
    defer { if isElsewhere { reach = max(reach, min(bytes.count, place + 6)) } }
    let end = min(bytes.count - 6, start + Self.entryReach)
    while place < end {
      let byte = bytes[place]
      if byte == 0x0A { isElsewhere = true }
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "{") {
        return nil
      }
      // `ParameterValue` beside `ParameterKey`, too.
      if byte | 0x20 == UInt8(ascii: "v"),
        !bytes[place - 1].isNameByte || byte.isUppercase && bytes[place - 1].isLowercase,
        bytes[place..<place + 5].equals(ignoringCase: "value"), !bytes[place + 5].isNameByte
      {
        return place
      }
      // Another entry of a list begins.
      if byte == UInt8(ascii: "-"), bytes[place + 1].isBlank,
        bytes[place - 1].isBlank || bytes[place - 1].isNewline
      {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// Just behind `[32]` or `[]` of a C array's declaration, or `place`.
  private func behindSize(_ place: Int) -> Int {
    var end = place + 1
    while let byte = at(end), end - place < 32, byte.isAlphanumeric || byte == 0x5F { end += 1 }
    return at(end) == UInt8(ascii: "]") ? end + 1 : place
  }

  /// Terraform's `variable "NAME" { … default = VALUE … }`.
  private mutating func variable(from place: Int, name: Range<Int>) -> Found? {
    let word: StaticString = "variable "
    let start = name.lowerBound - 1 - word.utf8CodeUnitCount
    guard start >= 0, bytes[start...].hasPrefix(word) else { return nil }
    let end = min(bytes.count, place + 512)
    let closing = bytes[place..<end].firstIndex(of: UInt8(ascii: "}"))
    reach = max(reach, closing ?? end)
    guard let close = closing else { return nil }
    for line in bytes[place..<close].split(whereSeparator: \.isNewline) {
      let text = line.drop(while: \.isBlank)
      guard text.hasPrefix("default") else { continue }
      let sign = skipBlanks(text.startIndex + 7)
      guard at(sign) == UInt8(ascii: "=") else { continue }
      return found(Notation(mark: .entry), at: sign + 1)
    }
    return nil
  }

  /// Whether `name:`, `key=` or the like stands before the name.
  private func isLabelled(_ name: Range<Int>) -> Bool {
    var place = name.lowerBound
    if let byte = at(place - 1), byte.isQuote { place -= 1 }
    while let byte = at(place - 1), byte.isBlank, name.lowerBound - place < Self.blanks {
      place -= 1
    }
    guard let mark = at(place - 1), mark == UInt8(ascii: ":") || mark == UInt8(ascii: "=") else {
      return false
    }
    place -= 1
    if let byte = at(place - 1), byte.isQuote { place -= 1 }
    guard place >= 3 else { return false }
    return bytes[(place - 3)..<place].equals(ignoringCase: "key")
      || place >= 4 && bytes[(place - 4)..<place].equals(ignoringCase: "name")
  }

  private func found(_ notation: Notation, at place: Int, needsQuotes: Bool = false) -> Found {
    var notation = notation
    let value = skipBlanks(place)
    if value > place { notation.hasBlanks = true }
    return Found(notation: notation, value: value, needsQuotes: needsQuotes)
  }

  private func skipBlanks(_ place: Int) -> Int {
    var end = place
    while end < bytes.count, end - place < Self.blanks, bytes[end].isBlank { end += 1 }
    return end
  }

  private func at(_ place: Int) -> UInt8? {
    place >= 0 && place < bytes.count ? bytes[place] : nil
  }

  private func byte(before name: Range<Int>) -> UInt8? { at(name.lowerBound - 1) }
}
