/// Which secrets of a CI system's store a text reads, by their names.
enum SecretReferences {
  /// What `${{ … }}` expressions of GitHub Actions read: `secrets.NAME`, `secrets['NAME']`. The
  /// job's own token is none: it dies with the job.
  ///
  /// - Parameters:
  ///   - part: the part of the text that is read; `nil` for all of it.
  ///   - isComparing: whether a secret counts that is only compared, as in `secrets.NAME != ''`:
  ///     the result is no secret.
  /// - Returns: as many as a ``NameList`` holds.
  static func inExpressions(
    of text: [UInt8], in part: Range<Int>? = nil, isComparing: Bool = false
  ) -> [String] {
    var names = NameList()
    let part = part ?? text.indices
    var at = part.lowerBound
    while let open = text.firstOffset(of: "${{", from: at, to: part.upperBound) {
      let close = text.firstOffset(of: "}}", from: open, to: part.upperBound) ?? part.upperBound
      var place = open
      while let found = text.firstOffset(of: "secrets", from: place, to: close) {
        place = found + 7
        guard found == 0 || !text[found - 1].isWord && !".-".utf8.contains(text[found - 1]),
          let (name, end) = member(of: text, behind: place),
          isComparing || !isCompared(text, found..<end)
        else { continue }
        if name != "GITHUB_TOKEN" { names.add(name) }
      }
      at = close
    }
    return names.all
  }

  /// The name behind `.` or within `['…']`, and the offset behind it.
  private static func member(of text: [UInt8], behind place: Int) -> (name: String, end: Int)? {
    var start = place
    guard start < text.count else { return nil }
    let isIndexed = text[start] == .openBracket
    if text[start] == UInt8(ascii: ".") {
      start += 1
    } else if isIndexed, start + 1 < text.count, text[start + 1].isQuote {
      start += 2
    } else {
      return nil
    }
    var end = start
    while end < text.count, text[end].isWord || text[end] == UInt8(ascii: "-") { end += 1 }
    guard end > start else { return nil }
    return (ShownText.bounded(text[start..<end]), isIndexed ? end + 2 : end)
  }

  /// Whether a part of an expression is a side of a comparison.
  private static func isCompared(_ text: [UInt8], _ part: Range<Int>) -> Bool {
    var after = part.upperBound
    while after < text.count, text[after].isWhite { after += 1 }
    if text.has("==", at: after) || text.has("!=", at: after) { return true }
    var before = part.lowerBound
    while before > 0, text[before - 1].isWhite { before -= 1 }
    return before > 1 && (text.has("==", at: before - 2) || text.has("!=", at: before - 2))
  }

  /// The variables that a script reads: `$NAME`, `${NAME…}`, `$(NAME)`, `%NAME%`; `$env:NAME` in
  /// PowerShell, where `$NAME` is no variable of the environment; `os.environ["NAME"]` and
  /// `os.getenv("NAME")` in Python.
  ///
  /// - Parameter isWord: whether the text is a word of a command, in which single quotes hide what
  ///   stands between them. What is no word may hold an apostrophe in a comment.
  static func variables(
    in text: ArraySlice<UInt8>, _ language: ScriptLanguage, isWord: Bool = false
  ) -> [String] {
    if language == .python { return pythonVariables(in: text) }
    var names: [String] = []
    var quotes = QuoteState(text, isWord ? language : nil)
    var at = text.startIndex
    while at < text.endIndex {
      defer { at += 1 }
      if quotes.passes(text, &at) { continue }
      var start = at + 1
      var isMacro = false
      switch text[at] {
      case .dollar:
        let isOpen =
          start < text.endIndex
          && (text[start] == .openBrace || text[start] == .openParenthesis)
        isMacro = isOpen && text[start] == .openParenthesis
        if isOpen { start += 1 }
        if text[start...].starts(with: "env:".utf8) {
          start += 4
        } else if language == .powerShell, !isMacro {
          continue
        }
      case UInt8(ascii: "%"), UInt8(ascii: "!"): break
      default: continue
      }
      var end = start
      while end < text.endIndex, text[end].isWord { end += 1 }
      guard end > start, text[start].isNameStart else { continue }
      if text[at] != .dollar, end == text.endIndex || text[end] != text[at] { continue }
      // `$(NAME)` of Azure Pipelines is put in before a shell sees the quotes.
      if quotes.isHiding, !isMacro || end == text.endIndex || text[end] != .closeParenthesis {
        continue
      }
      names.append(ShownText.bounded(text[start..<end]))
      at = end - 1
    }
    return names
  }

  private static func pythonVariables(in text: ArraySlice<UInt8>) -> [String] {
    let script = Array(text)
    var names: [String] = []
    let readers: [StaticString] = ["environ[", "environ.get(", "getenv("]
    for reader in readers {
      var at = 0
      while let found = script.firstOffset(of: reader, from: at) {
        at = found + reader.utf8CodeUnitCount
        guard at < script.count, script[at].isQuote else { continue }
        let name = script[(at + 1)...].prefix(128).prefix { $0.isWord }
        if !name.isEmpty { names.append(ShownText.bounded(name)) }
      }
    }
    return names
  }

  /// Whether a variable's name says that it holds a secret: one of some words at its end, or before a
  /// `_`, in any case.
  static func isSensitive(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      words.contains { unsafe holds($0, in: bytes, from: 0) }
        && !notSecrets.contains { unsafe holds($0, in: bytes, from: bytes.count - $0.count) }
    }
  }

  private static func holds(
    _ word: [UInt8], in name: UnsafeBufferPointer<UInt8>, from first: Int
  ) -> Bool {
    guard first >= 0, word.count <= name.count else { return false }
    for start in first...name.count - word.count {
      let end = start + word.count
      guard unsafe end == name.count || name[end] == UInt8(ascii: "_") else { continue }
      var place = 0
      while place < word.count {
        let byte = unsafe name[start + place]
        guard word[place] == (byte &- 0x61 < 26 ? byte ^ 0x20 : byte) else { break }
        place += 1
      }
      if place == word.count { return true }
    }
    return false
  }

  private static let words = [
    "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "API_KEY", "APIKEY", "PRIVATE_KEY",
    "ACCESS_KEY", "SECRET_KEY", "CREDENTIALS", "CREDENTIALS_JSON", "_PAT", "_PASS",
  ].map { Array($0.utf8) }
  private static let notSecrets = [
    "_FILE", "_PATH", "_URL", "_NAME", "_ID", "_TTL", "_LENGTH",
  ].map { Array($0.utf8) }
}
