/// Splits a value into lookups and literal text: `${{ secrets.X }}`, `$VAR`, `${X:-literal}`,
/// `%VAR%`, `{{ x }}`, `((x))`, `$(x)`, `#{x}`, `<%= x %>`, `{x}`.
struct Interpolation {
  /// How many lookups stand in the value.
  private(set) var lookups = 0
  /// The literal text between the lookups.
  private(set) var literal: [UInt8] = []
  /// The literal default inside a lookup, and its offset in the value.
  private(set) var fallback: (text: [UInt8], offset: Int)?

  private let value: [UInt8]
  /// Whether no `)` stands behind a `%(` that was met: it is not looked for again.
  private var isUnclosed = false

  /// Time is linear in the value, which may be of any length where a parser read it.
  init(_ value: [UInt8]) {
    self.value = value
    // Nearly no value holds a byte that a lookup could begin with.
    guard value.contains(where: Self.openings.contains) else {
      literal = value
      return
    }
    var place = 0
    while place < value.count {
      if let end = lookup(at: place) {
        lookups += 1
        place = max(end, place + 1)
      } else {
        literal.append(value[place])
        place += 1
      }
    }
  }

  /// What the lookups of all families begin with.
  private static let openings = ByteSet("$%{<#@\\~(`")

  /// Brackets whose content is a lookup wherever they stand.
  private static let brackets: [(open: StaticString, close: StaticString)] = [
    ("${{", "}}"), ("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("<<", ">>"), ("#{", "}"),
    ("@{", "}"), ("\\(", ")"), ("$[", "]"), ("%{", "}"), ("~{", "}"),
  ]

  /// The end of the lookup that begins at a place.
  private mutating func lookup(at place: Int) -> Int? {
    let rest = value[place...]
    for (open, close) in Self.brackets where rest.hasPrefix(open) {
      return end(of: close, from: place + 2) ?? cutEnd(of: place, from: place + 2)
    }
    switch value[place] {
    case UInt8(ascii: "$"): return dollar(at: place)
    case UInt8(ascii: "%"): return percent(at: place)
    case UInt8(ascii: "(") where place == 0 && rest.hasPrefix("(("):
      return end(of: "))", from: 2) ?? value.count
    case UInt8(ascii: "{"):
      return brace(at: place)
    case UInt8(ascii: "`") where place == 0 && value.count > 2 && value.last == UInt8(ascii: "`"):
      return value.count
    default: return nil
    }
  }

  private mutating func dollar(at place: Int) -> Int? {
    let next = place + 1 < value.count ? value[place + 1] : 0
    if next == UInt8(ascii: "{") {
      guard let close = balanced(from: place + 1) else {
        return cutEnd(of: place, from: place + 2)
      }
      readFallback(place + 2..<close)
      return close + 1
    }
    // `$(` may be cut off by the blank behind it.
    if next == UInt8(ascii: "(") {
      return balanced(from: place + 1).map { $0 + 1 } ?? cutEnd(of: place, from: place + 2)
    }
    if next == UInt8(ascii: "$"), place + 2 < value.count, value[place + 2].isNameStart {
      let end = identifierEnd(from: place + 2)
      return isVariable(place + 2..<end, at: place) ? end : nil
    }
    guard next.isNameStart else {
      return next.isDigit && value.count == 2 || next == UInt8(ascii: "@") && value.count == 2
        ? value.count : nil
    }
    let end = identifierEnd(from: place + 1)
    return isVariable(place + 1..<end, at: place) ? end : nil
  }

  /// The end of the value, if a lookup that is never closed was cut off there: at the beginning,
  /// behind another one, or if what follows reads like a name. Two signs of a made-up password are
  /// none: `kT9#{xZ!2`.
  private func cutEnd(of place: Int, from inside: Int) -> Int? {
    if place == 0 || lookups > 0 || value.count > Self.longestMadeUp { return value.count }
    let name = value[min(inside, value.count)...]
    let isCode = name.allSatisfy { byte in
      byte.isNameByte || byte.isBlank || byte.isQuote || "[]():$@>".utf8.contains(byte)
    }
    return isCode && (Wordiness.pairs(name).all == 0 || Wordiness.isWords(name))
      ? value.count : nil
  }

  /// No one makes up a longer value.
  private static let longestMadeUp = 256

  /// Whether a name behind a dollar is a variable's: at the beginning if it reads like one, behind
  /// another lookup, or in capitals that are words or stand apart. `$ecret` in the middle of a
  /// password is text, and so is `$xK9q`.
  private func isVariable(_ name: Range<Int>, at place: Int) -> Bool {
    if place == 0 { return readsLikeAName(value[name].prefix { $0.isAlphanumeric || $0 == 0x5F }) }
    if lookups > 0 || value[place - 1] == UInt8(ascii: "\\") { return true }
    let text = value[name]
    guard name.count >= 2,
      text.allSatisfy({ $0.isUppercase || $0.isDigit || $0 == UInt8(ascii: "_") })
    else { return false }
    return text.contains(0x5F) || Wordiness.isWords(text) || !value[place - 1].isAlphanumeric
  }

  private func readsLikeAName(_ name: ArraySlice<UInt8>) -> Bool {
    if value.count > Self.longestMadeUp { return true }
    let shape = ValueShape(name)
    return name.count < 3 || shape.lowercase == 0 || shape.uppercase == 0 && shape.turns <= 1
      || Wordiness.isWords(name)
  }

  /// The end of `name`, `name.part`, `name->part`, `env:name`, `name[…]`.
  private func identifierEnd(from start: Int) -> Int {
    var end = start
    while true {
      while end < value.count, value[end].isAlphanumeric || value[end] == UInt8(ascii: "_") {
        end += 1
      }
      guard end < value.count else { return end }
      switch value[end] {
      case UInt8(ascii: "["): return value.count
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        guard end + 1 < value.count, value[end + 1].isNameStart else { return end }
        end += 1
      case UInt8(ascii: "-") where value[end...].hasPrefix("->"): end += 2
      default: return end
      }
    }
  }

  /// `%NAME%`, Symfony's `%kernel.secret%` and Python's `%(name)s`.
  private mutating func percent(at place: Int) -> Int? {
    var end = place + 1
    if end < value.count, value[end] == UInt8(ascii: "(") {
      if isUnclosed { return nil }
      let close = self.end(of: ")", from: end)
      isUnclosed = close == nil
      return close.map { min($0 + 1, value.count) }
    }
    while end < value.count,
      value[end].isLetter || value[end] == UInt8(ascii: "_") || value[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    guard end - place > 3, end < value.count, value[end] == UInt8(ascii: "%") else { return nil }
    // Within a longer value only capitals count: `a%bcd%e` is a password.
    let isWhole = place == 0 && end + 1 == value.count
    return isWhole || !value[place..<end].contains(where: \.isLowercase) ? end + 1 : nil
  }

  /// `{name}`, `{0}`, `{call()}` and `{}` of format strings.
  private func brace(at place: Int) -> Int? {
    var end = place + 1
    while end < value.count,
      value[end].isNameByte || "[]()".utf8.contains(value[end])
    {
      end += 1
    }
    guard end < value.count else { return nil }
    if value[end] == UInt8(ascii: "}") { return end + 1 }
    // `{password!r:>20}`, if it is all of the value.
    let isFormatted = value[end] == UInt8(ascii: "!") || value[end] == UInt8(ascii: ":")
    return isFormatted && end > place + 1 && place == 0 && value.last == UInt8(ascii: "}")
      ? value.count : nil
  }

  /// `X:-literal`, `X-literal`, `X:=literal`, Spring's `X:literal`, serverless' `X, 'literal'`.
  private mutating func readFallback(_ inside: Range<Int>) {
    var place = inside.lowerBound
    while place < inside.upperBound,
      value[place].isAlphanumeric || value[place] == 0x5F
        || value[place] == UInt8(ascii: ".")
    {
      place += 1
    }
    guard place < inside.upperBound else { return }
    var start = place + 1
    switch value[place] {
    case UInt8(ascii: ":"):
      guard start < inside.upperBound else { return }
      if value[start] == UInt8(ascii: "?") || value[start] == UInt8(ascii: "+") { return }
      if value[start] == UInt8(ascii: "-") || value[start] == UInt8(ascii: "=") { start += 1 }
      if let comma = value[inside].firstIndex(of: UInt8(ascii: ",")) { start = comma + 1 }
    case UInt8(ascii: "-"), UInt8(ascii: "="): break
    case UInt8(ascii: ","): break
    default: return
    }
    var end = inside.upperBound
    while start < end, value[start].isBlank || value[start].isQuote { start += 1 }
    while end > start, value[end - 1].isBlank || value[end - 1].isQuote { end -= 1 }
    if start < end { fallback = (Array(value[start..<end]), start) }
  }

  /// The bracket that closes the one at a place.
  private func balanced(from open: Int) -> Int? {
    let opening = value[open]
    let closing: UInt8 =
      opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    var depth = 0
    for place in open..<value.count {
      if value[place] == opening { depth += 1 }
      if value[place] == closing {
        depth -= 1
        if depth == 0 { return place }
      }
    }
    return nil
  }

  /// Just behind the next `text`.
  private func end(of text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var place = start
    while place + length <= value.count {
      if value[place...].hasPrefix(text) { return place + length }
      place += 1
    }
    return nil
  }
}

extension UInt8 {
  /// Whether an identifier may begin with the byte.
  @inline(__always) var isNameStart: Bool { isLetter || self == UInt8(ascii: "_") }
}
