/// Reads names that mean secrets, and their values, out of any text, with or without a grammar:
/// shells, properties, YAML, JSON, XML, code, command lines and prose.
///
/// It is driven by the places where a word of ``AssignmentWords`` stands. Each place costs a
/// bounded number of bytes, and values are not read twice, so the whole is linear in the text.
///
/// What stands at a place is a matter of the bytes around it, not of what was read before: it lies
/// on the word's line, ``before`` and ``behind`` at most, but for what ``reach`` tells.
struct AssignmentScanner {
  /// A longer run of name bytes is no name.
  private static let longestName = 96

  /// How many bytes before a word an assignment may depend on: a name, and the words before it.
  static let before = 320
  /// How many bytes from a word's beginning an assignment may depend on: a name, what stands between
  /// it and its value, and the value.
  static let behind = 2 << 10 + ValueReader.limit

  private let bytes: [UInt8]
  private var marks: MarkReader
  private let context: LineContext
  private var values: ValueReader
  /// The name that was read last: further words in it find the same.
  private var last = (name: 0..<0, isFound: false, reach: nil as Range<Int>?)
  /// Between which places beyond the word's own line the last assignment was looked for.
  private(set) var reach: Range<Int>?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    marks = MarkReader(bytes: bytes)
    context = LineContext(bytes: bytes)
    values = ValueReader(bytes)
  }

  /// The assignment whose name holds the word at `word`, if there is one. Asked for several words of
  /// one name, it answers the first time.
  mutating func assignment(around word: Range<Int>) -> ScannedAssignment? {
    reach = nil
    if let name = name(around: word) {
      if name != last.name {
        let found = assignment(named: name)
        noteReach(from: word)
        last = (name, found != nil, reach)
        if found != nil { return found }
      } else {
        reach = last.reach
        if last.isFound { return nil }
      }
    }
    let found = AttachedValue(bytes: bytes).value(behind: word, &values)
    noteReach(from: word)
    return found
  }

  /// Gathers what the readers looked at beyond the line.
  private mutating func noteReach(from word: Range<Int>) {
    let highest = max(marks.reach, values.reach)
    if highest > 0 { note(word.lowerBound..<highest) }
    marks.reach = 0
    values.forgetReach()
  }

  private mutating func note(_ range: Range<Int>) {
    reach =
      min(
        range.lowerBound, reach?.lowerBound ?? .max)..<max(
        range.upperBound, reach?.upperBound ?? 0)
  }

  private func name(around word: Range<Int>) -> Range<Int>? {
    var start = word.lowerBound
    while start > 0, bytes[start - 1].isNameByte {
      start -= 1
      if word.lowerBound - start > Self.longestName { return nil }
    }
    var end = word.upperBound
    while end < bytes.count, bytes[end].isNameByte {
      end += 1
      if end - word.upperBound > Self.longestName { return nil }
    }
    while start < word.lowerBound, !bytes[start].isAlphanumeric, bytes[start] != UInt8(ascii: "_") {
      start += 1
    }
    while end > word.upperBound, !bytes[end - 1].isAlphanumeric, bytes[end - 1] != UInt8(ascii: "_")
    {
      end -= 1
    }
    // Java's `-Dapi.key=…`.
    if start > 0, start < word.lowerBound, bytes[start] == UInt8(ascii: "D"),
      bytes[start - 1] == UInt8(ascii: "-"), bytes[start + 1].isLowercase
    {
      start += 1
    }
    // A part of a path is no name, but `/pass:` is an option of Windows.
    if start >= 2, bytes[start - 1] == UInt8(ascii: "/"), !bytes[start - 2].isBlank { return nil }
    return start..<end
  }

  private mutating func assignment(named name: Range<Int>) -> ScannedAssignment? {
    guard let found = marks.mark(behind: name), !context.isPart(name),
      let meaning = ShortName(bytes: bytes, context: context).meaning(of: name, found.notation)
    else { return nil }
    // Test runners say `PASS: name`.
    if found.notation.mark == .colon, found.notation.hasBlanks,
      bytes[name].elementsEqual("PASS".utf8),
      name.lowerBound == 0 || bytes[name.lowerBound - 1] == 0x0A
    {
      return nil
    }
    var notation = found.notation
    let before = name.lowerBound > 0 ? bytes[name.lowerBound - 1] : 0x0A
    notation.isLineStart = isLineStart(name.lowerBound)
    notation.isArgument = context.isArgument(name.lowerBound)
    if notation.mark == .mention {
      if isBehindLogin(name.lowerBound) {
        notation.mark = .flag
      } else if let value = SentenceReader(bytes: bytes).value(behind: name) {
        notation.mark = .sentence
        return ScannedAssignment(
          name: name, meaning: meaning, range: value, value: Array(bytes[value]), notation: notation
        )
      }
    }
    if notation.mark == .juxtaposition, context.isOtherCall(name) { return nil }
    // Prose quotes words behind words, and hands things over: `pass "--flag"`.
    if found.needsQuotes, notation.mark == .juxtaposition, name.count == 4, meaning == .password {
      return nil
    }
    if found.needsQuotes, notation.hasBlanks, notation.mark == .juxtaposition, meaning == .password,
      !notation.isLineStart, bytes[found.value - 1].isBlank, before != UInt8(ascii: "\""),
      // SQL shouts: `CREATE ROLE app PASSWORD '…'`.
      bytes[name].contains(where: \.isLowercase) || found.value == bytes.count
        || bytes[found.value] != UInt8(ascii: "'"), !quotesMadeUp(found.value)
    {
      return nil
    }
    let isQuery = before == UInt8(ascii: "?") || before == UInt8(ascii: "&")
    let isShell = notation.mark == .equals && !notation.hasBlanks && notation.isLineStart
    var start = found.value
    if meaning == .authorization || notation.mark == .colon || notation.mark == .equals {
      start = skipScheme(at: start, isHeader: meaning == .authorization)
    }
    if notation.mark == .equals || notation.mark == .colon {
      start = WrappedLiteral(bytes: bytes).unwrapped(start)
    }
    if notation.mark == .element { return element(name, meaning, notation, from: start) }
    guard
      let value = values.value(at: start, isWholeWord: isShell, endsAtAmpersand: isQuery)
    else { return nil }
    // An option that is followed by another has no value.
    if notation.mark == .flag, value.quote == nil,
      bytes[value.range.lowerBound] == UInt8(ascii: "-")
    {
      return nil
    }
    if notation.mark == .equals || notation.mark == .colon,
      let whole = SplitLiteral(bytes: bytes).joined(value, decoded(value))
    {
      notation.isQuoted = true
      notation.isSplit = true
      return ScannedAssignment(
        name: name, meaning: meaning, range: whole.range, value: whole.value, notation: notation)
    }
    notation.isQuoted = value.quote != nil
    notation.isInBackticks = value.quote == UInt8(ascii: "`")
    if found.needsQuotes && !notation.isQuoted { return nil }
    if let quote = value.quote, context.closes(quote, name, value.range) { return nil }
    if notation.mark == .juxtaposition, context.isGivenByName(name),
      !TokenShape.looksGenerated(Array(bytes[value.range]), minimum: 16),
      ValueShape(bytes[value.range]).classes < 3
    {
      return nil
    }
    if meaning == .bare, !TokenShape.looksGenerated(Array(bytes[value.range]), minimum: 16) {
      return nil
    }
    if !notation.isQuoted {
      let end = value.range.upperBound
      // `--password respectively, and`: what options are given ends in no comma.
      let isEnumerated = notation.mark == .flag && end < bytes.count && bytes[end] == 0x2C
      notation.isFollowed = context.isFollowed(isEnumerated ? end + 1 : end)
      notation.isLast = !notation.isFollowed && context.isLast(end)
      notation.isWholeLine = notation.isLast && context.isBehindOneWord(name.lowerBound)
      notation.isInString = context.isInString(value.range.lowerBound)
      notation.isInTemplate = context.isInTemplate(name.lowerBound)
    }
    return ScannedAssignment(
      name: name, meaning: meaning, range: value.range, value: decoded(value), notation: notation)
  }

  private func element(
    _ name: Range<Int>, _ meaning: NameMeaning, _ notation: Notation, from start: Int
  ) -> ScannedAssignment? {
    let isData = bytes[start...].hasPrefix("<![CDATA[")
    let start = isData ? start + 9 : start
    let closing = isData ? UInt8(ascii: "]") : UInt8(ascii: "<")
    var end = start
    while end < bytes.count, end - start < 1 << 10, bytes[end] != closing, !bytes[end].isNewline {
      end += 1
    }
    // `<USER>:<PASSWORD>@tcp(<HOST>)` is no element, and closes none.
    guard end > start, end + 1 < bytes.count, bytes[end] == closing,
      bytes[end + 1] == (isData ? closing : UInt8(ascii: "/"))
    else { return nil }
    return ScannedAssignment(
      name: name, meaning: meaning, range: start..<end, value: Array(bytes[start..<end]),
      notation: notation)
  }

  /// Whether the quote at a place holds what no prose does: `user "ci" password "…"`.
  private func quotesMadeUp(_ place: Int) -> Bool {
    guard place < bytes.count, bytes[place].isQuote,
      let end = bytes[(place + 1)...].prefix(64).firstIndex(of: bytes[place])
    else { return false }
    let shape = ValueShape(bytes[place + 1..<end])
    return shape.count >= 8 && shape.blanks == 0 && shape.digits > 0 && shape.letters > 0
      && shape.classes >= 3
  }

  /// Skips `Bearer `, `Basic `, `token ` and the like, within quotes too.
  private func skipScheme(at start: Int, isHeader: Bool) -> Int {
    var place = start
    if place < bytes.count, bytes[place].isQuote { place += 1 }
    var end = place
    while end < bytes.count, end - place < 16, bytes[end].isLetter { end += 1 }
    guard end > place, end + 1 < bytes.count, bytes[end].isBlank, bytes[end + 1].isAlphanumeric
    else { return start }
    let scheme = bytes[place..<end]
    let isScheme = Self.schemes.contains { scheme.equals(ignoringCase: $0) }
    return isScheme || isHeader && place > start ? end + 1 : start
  }

  private static let schemes: [StaticString] = [
    "bearer", "basic", "token", "apikey", "ssws", "digest", "oauth", "key",
  ]

  /// Whether nothing but blanks, quotes, list and comment marks, prompts and words such as
  /// `export` stand before a place on its line.
  private func isLineStart(_ place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 64, !bytes[start - 1].isNewline { start -= 1 }
    guard start == 0 || bytes[start - 1].isNewline else { return false }
    return bytes[start..<place].split(whereSeparator: \.isBlank).allSatisfy { word in
      word.allSatisfy { !$0.isAlphanumeric && $0 != UInt8(ascii: "(") }
        || Self.leaders.contains { word.equals(ignoringCase: $0) }
    }
  }

  private static let leaders: [StaticString] = [
    "export", "set", "env", "arg", "declare", "typeset", "local", "readonly", "-x", "-rx", "-e",
    "rem", "setx", "$env:", "#define",
  ]

  /// Whether `login NAME` stands before a place, as in a .netrc file, on the same line or not.
  private mutating func isBehindLogin(_ place: Int) -> Bool {
    var end = place
    var isElsewhere = false
    while end > 0, place - end < 16, bytes[end - 1] <= 0x20 {
      if bytes[end - 1] == 0x0A { isElsewhere = true }
      end -= 1
    }
    var start = end
    while start > 0, end - start < 128, bytes[start - 1] > 0x20 { start -= 1 }
    guard start < end, start < place else {
      if isElsewhere { note(start..<place) }
      return false
    }
    while start > 0, end - start < 144, bytes[start - 1] <= 0x20 {
      if bytes[start - 1] == 0x0A { isElsewhere = true }
      start -= 1
    }
    if isElsewhere { note(max(0, start - 6)..<place) }
    return start >= 6 && bytes[(start - 5)..<start].equals(ignoringCase: "login")
      && bytes[start - 6] <= 0x20
  }

  private func decoded(_ value: ValueReader.Value) -> [UInt8] {
    let raw = bytes[value.range]
    guard let quote = value.quote, raw.contains(UInt8(ascii: "\\")) else { return Array(raw) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(raw.count)
    var isEscaped = false
    for byte in raw {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      if isEscaped, byte != quote, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "$") {
        decoded.append(UInt8(ascii: "\\"))
      }
      decoded.append(byte)
      isEscaped = false
    }
    if isEscaped { decoded.append(UInt8(ascii: "\\")) }
    return decoded
  }
}
