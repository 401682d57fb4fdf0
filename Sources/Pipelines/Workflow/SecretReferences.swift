/// Which secrets of a CI system's store a text reads, by their names.
enum SecretReferences {
  /// What `${{ … }}` expressions of GitHub Actions read: `secrets.NAME`, `secrets['NAME']`. The
  /// job's own token is none: it dies with the job.
  static func inExpressions(of text: [UInt8]) -> [String] {
    var names: [String] = []
    var at = 0
    while let open = text.firstOffset(of: "${{", from: at) {
      let close = text.firstOffset(of: "}}", from: open) ?? text.count
      var place = open
      while let found = text.firstOffset(of: "secrets", from: place), found < close {
        place = found + 7
        guard found == 0 || !text[found - 1].isWord && text[found - 1] != UInt8(ascii: "."),
          let name = member(of: text, behind: place)
        else { continue }
        if name != "GITHUB_TOKEN", !names.contains(name) { names.append(name) }
      }
      at = close
    }
    return names
  }

  /// The name behind `.` or within `['…']`.
  private static func member(of text: [UInt8], behind place: Int) -> String? {
    var start = place
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: ".") {
      start += 1
    } else if text[start] == .openBracket, start + 1 < text.count, text[start + 1].isQuote {
      start += 2
    } else {
      return nil
    }
    var end = start
    while end < text.count, text[end].isWord || text[end] == UInt8(ascii: "-") { end += 1 }
    return end > start ? ShownText.bounded(text[start..<end]) : nil
  }

  /// The variables that a script reads: `$NAME`, `${NAME…}`, `$(NAME)`, `%NAME%`, `$env:NAME`.
  static func variables(in text: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var at = text.startIndex
    while at < text.endIndex {
      defer { at += 1 }
      var start = at + 1
      switch text[at] {
      case .dollar:
        if start < text.endIndex, text[start] == .openBrace || text[start] == .openParenthesis {
          start += 1
        } else if text[start...].starts(with: "env:".utf8) {
          start += 4
        }
      case UInt8(ascii: "%"): break
      default: continue
      }
      var end = start
      while end < text.endIndex, text[end].isWord { end += 1 }
      guard end > start, text[start].isNameStart else { continue }
      if text[at] == UInt8(ascii: "%"), end == text.endIndex || text[end] != text[at] { continue }
      names.append(ShownText.bounded(text[start..<end]))
      at = end - 1
    }
    return names
  }

  /// Whether a variable's name says that it holds a secret.
  static func isSensitive(_ name: String) -> Bool {
    let name = name.uppercased()
    guard !notSecrets.contains(where: name.hasSuffix) else { return false }
    return words.contains { word in
      name.hasSuffix(word) || name.contains(word + "_")
    }
  }

  private static let words = [
    "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "API_KEY", "APIKEY", "PRIVATE_KEY",
    "ACCESS_KEY", "SECRET_KEY", "CREDENTIALS", "CREDENTIALS_JSON", "_PAT", "_PASS",
  ]
  private static let notSecrets = ["_FILE", "_PATH", "_URL", "_NAME", "_ID", "_TTL", "_LENGTH"]
}

extension [UInt8] {
  /// The first offset of a text, at or behind `start`.
  func firstOffset(of text: StaticString, from start: Int) -> Int? {
    var at = start
    let last = count - text.utf8CodeUnitCount
    while at <= last {
      if has(text, at: at) { return at }
      at += 1
    }
    return nil
  }
}

extension UInt8 {
  var isQuote: Bool { self == .singleQuote || self == .doubleQuote }
}
