/// Finds the lookups in a text, of whatever family they are: no dialect's values are taken for
/// secrets because another dialect's lookup was pasted in.
struct ReferenceScanner {
  let bytes: [UInt8]
  private let names: DollarNames
  /// Bytes that may yet be read in search of an end that is not there; keeps the time linear.
  private var patience: Int
  private var depth = 0

  /// Defaults within defaults that are looked into.
  private static let deepest = 6

  init(_ bytes: [UInt8], names: DollarNames) {
    self.bytes = bytes
    self.names = names
    patience = 4 * bytes.count + 1_024
  }

  /// The lookups of a part of the text, in order.
  mutating func spans(in range: Range<Int>) -> [ReferenceSpan] {
    var spans: [ReferenceSpan] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == .dollar, at + 1 < range.upperBound, bytes[at + 1] == .dollar {
        // An escaped dollar; but `$$NAME` and no more is a lookup at run time.
        if at == range.lowerBound, let end = capitalName(at + 2, range.upperBound),
          end == range.upperBound
        {
          return [ReferenceSpan(range: range, literal: nil)]
        }
        at += 2
      } else if let span = span(at: at, in: range) {
        spans.append(span)
        at = span.range.upperBound
      } else {
        at += 1
      }
    }
    return spans
  }

  /// The lookup that begins at an offset.
  mutating func span(at start: Int, in range: Range<Int>) -> ReferenceSpan? {
    let limit = range.upperBound
    switch bytes[start] {
    case .dollar: return dollar(start, range)
    case .openBrace where bytes.has("{{", at: start): return closed(start, 2, "}}", limit)
    case .openParenthesis where bytes.has("((", at: start):
      return word(start, 2, "))", limit)
    case .less where bytes.has("<<", at: start): return word(start, 2, ">>", limit)
    case .less where bytes.has("<%=", at: start): return closed(start, 3, "%>", limit)
    case UInt8(ascii: "%"):
      // Two letters may be a percent-encoded byte.
      guard let end = capitalName(start + 1, limit), end - start > 3, end < limit,
        bytes[end] == UInt8(ascii: "%")
      else { return nil }
      return ReferenceSpan(range: start..<end + 1, literal: nil)
    default: return nil
    }
  }

  private mutating func dollar(_ start: Int, _ range: Range<Int>) -> ReferenceSpan? {
    let limit = range.upperBound
    guard start + 1 < limit else { return nil }
    switch bytes[start + 1] {
    case .openBrace:
      return bytes.has("{{", at: start + 1) ? expression(start, limit) : braces(start, limit)
    case .openBracket:
      return bytes.has("[[", at: start + 1)
        ? closed(start, 3, "]]", limit) : closed(start, 2, "]", limit)
    case .openParenthesis:
      return parentheses(start, limit)
    case let byte where byte.isNameStart:
      if bytes.has("env:", at: start + 1), let end = name(start + 5, limit) {
        return ReferenceSpan(range: start..<end, literal: nil)
      }
      let isWhole = names == .any && start == range.lowerBound
      guard let end = name(start + 1, limit),
        names == .shell || (isWhole && end == limit)
          || capitalName(start + 1, limit) == end
      else { return nil }
      return ReferenceSpan(range: start..<end, literal: nil)
    case let byte where names == .shell && (byte.isDigit || "@*#?".utf8.contains(byte)):
      return ReferenceSpan(range: start..<start + 2, literal: nil)
    default:
      return nil
    }
  }
}

// MARK: - Names

extension ReferenceScanner {
  /// The end of the name that begins at an offset.
  private func name(_ start: Int, _ limit: Int) -> Int? {
    guard start < limit, bytes[start].isNameStart else { return nil }
    var end = start
    while end < limit, bytes[end].isWord { end += 1 }
    return end
  }

  /// The end of the name of two or more capitals, digits and `_` that begins at an offset.
  private func capitalName(_ start: Int, _ limit: Int) -> Int? {
    guard let end = name(start, limit), end - start >= 2,
      !bytes[start..<end].contains(where: { $0.isLetter && !$0.isUppercase })
    else { return nil }
    return end
  }
}

// MARK: - Brackets

extension ReferenceScanner {
  /// The offset of an end mark, at or behind `start`.
  private mutating func offset(
    of mark: StaticString, from start: Int, _ limit: Int
  ) -> Int? {
    guard patience > 0 else { return nil }
    var at = start
    while at + mark.utf8CodeUnitCount <= limit {
      if bytes.has(mark, at: at) { return at }
      at += 1
    }
    patience -= max(limit - start, 1)
    return nil
  }

  /// Any text up to an end mark.
  private mutating func closed(
    _ start: Int, _ head: Int, _ mark: StaticString, _ limit: Int
  ) -> ReferenceSpan? {
    guard let end = offset(of: mark, from: start + head, limit) else { return nil }
    return ReferenceSpan(range: start..<end + mark.utf8CodeUnitCount, literal: nil)
  }

  /// A name up to an end mark, for brackets that mean other things elsewhere.
  private mutating func word(
    _ start: Int, _ head: Int, _ mark: StaticString, _ limit: Int
  ) -> ReferenceSpan? {
    var end = start + head
    while end < limit, bytes[end].isWord || " .-/:\"".utf8.contains(bytes[end]) { end += 1 }
    guard end > start + head, end < limit, bytes.has(mark, at: end) else {
      patience -= end - start
      return nil
    }
    return ReferenceSpan(range: start..<end + mark.utf8CodeUnitCount, literal: nil)
  }

  /// `$( … )`.
  private mutating func parentheses(_ start: Int, _ limit: Int) -> ReferenceSpan? {
    guard patience > 0 else { return nil }
    guard let end = ShellBrackets.closing(bytes, from: start + 2, limit) else {
      patience -= limit - start
      return nil
    }
    return ReferenceSpan(range: start..<end, literal: nil)
  }

  /// `${NAME}`, `${NAME:-default}` and the other forms of shells and Compose.
  private mutating func braces(_ start: Int, _ limit: Int) -> ReferenceSpan? {
    guard patience > 0, start + 2 < limit,
      bytes[start + 2].isWord || "!#".utf8.contains(bytes[start + 2])
    else { return nil }
    var open = 1
    var end = start + 2
    while end < limit, open > 0 {
      switch bytes[end] {
      case .backslash: end += 1
      case .openBrace: open += 1
      case .closeBrace: open -= 1
      default: break
      }
      end += 1
    }
    guard open == 0, end <= limit else {
      patience -= limit - start
      return nil
    }
    return ReferenceSpan(range: start..<end, literal: defaultText(start + 2, end - 1))
  }

  private mutating func defaultText(_ start: Int, _ limit: Int) -> Range<Int>? {
    guard depth < Self.deepest, let text = unsetText(start, limit) else { return nil }
    depth += 1
    defer { depth -= 1 }
    return LiteralPart.longest(in: bytes, text, spans: spans(in: text))
  }

  /// What stands for a name that is not set: `-default`, `:-default`; `:default` in Spring; and
  /// `env:NAME, 'default'` of the Serverless Framework.
  private func unsetText(_ start: Int, _ limit: Int) -> Range<Int>? {
    var at = start
    while at < limit, bytes[at].isWord || (names == .properties && ".-".utf8.contains(bytes[at])) {
      at += 1
    }
    guard at > start, at < limit else { return nil }
    let colon = bytes[at] == UInt8(ascii: ":")
    if colon { at += 1 }
    guard at < limit else { return nil }
    if "-=+".utf8.contains(bytes[at]) { return at + 1..<limit }
    if names == .properties {
      // `sm://` is a store, and `:?` an error.
      return colon && bytes[at] != UInt8(ascii: "?") && !bytes.has("//", at: at)
        ? at..<limit : nil
    }
    guard colon, bytes[limit - 1].isQuote,
      let comma = bytes[at..<limit].firstIndex(of: UInt8(ascii: ","))
    else { return nil }
    let text = bytes.trimmed(comma + 1..<limit)
    return text.count > 2 && bytes[text.lowerBound] == bytes[limit - 1] ? text : nil
  }

  /// `${{ … }}`.
  private mutating func expression(_ start: Int, _ limit: Int) -> ReferenceSpan? {
    guard patience > 0 else { return nil }
    if let found = Expression(bytes, from: start + 3, limit) {
      return ReferenceSpan(range: start..<found.end, literal: found.text)
    }
    // A quote is left open: without strings, then.
    patience -= limit - start
    return closed(start, 3, "}}", limit)
  }
}
