/// A word as shells print and read it: `'…'`, `"…"`, `$'…'`, backslashes, and any sequence of them.
struct ShellWord {
  /// The word without its quotes.
  let value: [UInt8]
  /// Just behind the word.
  let end: Int

  /// The longest word that is read.
  private static let longest = 65_536

  /// The word that begins at an offset of a text; `nil` if one of its quotes is not closed.
  ///
  /// - Parameter bound: where the text ends, if not where the bytes do.
  init?(_ text: [UInt8], from start: Int, to bound: Int? = nil) {
    let limit = min(bound ?? text.count, start + Self.longest)
    // Most words hold nothing but themselves.
    var at = start
    while at < limit, text[at] > Byte.space, !Self.mayQuote(text[at]) { at += 1 }
    var value = Array(text[start..<at])
    while at < limit {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "'"):
        guard let end = Self.single(text, at + 1, limit, &value) else { return nil }
        at = end
      case UInt8(ascii: "\""):
        guard let end = Self.double(text, at + 1, limit, &value) else { return nil }
        at = end
      case UInt8(ascii: "$") where at + 1 < limit && text[at + 1] == UInt8(ascii: "'"):
        guard let end = Self.ansi(text, at + 2, limit, &value) else { return nil }
        at = end
      case UInt8(ascii: "\\") where at + 1 < limit && text[at + 1] != Byte.newline:
        value.append(text[at + 1])
        at += 2
      case 0...Byte.space:
        self.value = value
        end = at
        return
      default:
        value.append(byte)
        at += 1
      }
    }
    self.value = value
    end = at
  }

  @inline(__always)
  private static func mayQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "\\")
  }

  private static func single(
    _ text: [UInt8], _ start: Int, _ limit: Int, _ value: inout [UInt8]
  ) -> Int? {
    let close = start < limit ? text.offset(of: UInt8(ascii: "'"), in: start..<limit) : limit
    guard close < limit else { return nil }
    value += text[start..<close]
    return close + 1
  }

  /// Inside double quotes a backslash stands for itself, unless a special character follows.
  private static func double(
    _ text: [UInt8], _ start: Int, _ limit: Int, _ value: inout [UInt8]
  ) -> Int? {
    var at = start
    while at < limit {
      switch text[at] {
      case UInt8(ascii: "\""):
        return at + 1
      case UInt8(ascii: "\\") where at + 1 < limit && "\"\\$`".utf8.contains(text[at + 1]):
        value.append(text[at + 1])
        at += 2
      default:
        value.append(text[at])
        at += 1
      }
    }
    return nil
  }

  /// `$'…'`: escapes as in C. Source: bash manual, "ANSI-C Quoting".
  private static func ansi(
    _ text: [UInt8], _ start: Int, _ limit: Int, _ value: inout [UInt8]
  ) -> Int? {
    var at = start
    while at < limit, text[at] != UInt8(ascii: "'") {
      guard text[at] == UInt8(ascii: "\\"), at + 1 < limit else {
        value.append(text[at])
        at += 1
        continue
      }
      let escaped = text[at + 1]
      at += 2
      switch escaped {
      case UInt8(ascii: "n"): value.append(0x0A)
      case UInt8(ascii: "t"): value.append(0x09)
      case UInt8(ascii: "r"): value.append(0x0D)
      case UInt8(ascii: "a"): value.append(0x07)
      case UInt8(ascii: "b"): value.append(0x08)
      case UInt8(ascii: "v"): value.append(0x0B)
      case UInt8(ascii: "f"): value.append(0x0C)
      case UInt8(ascii: "e"), UInt8(ascii: "E"): value.append(0x1B)
      case UInt8(ascii: "x"): value.append(UInt8(truncatingIfNeeded: number(16, 2)))
      case UInt8(ascii: "u"): append(number(16, 4))
      case UInt8(ascii: "U"): append(number(16, 8))
      case 0x30...0x37:
        at -= 1
        value.append(UInt8(truncatingIfNeeded: number(8, 3)))
      default: value.append(escaped)
      }
    }
    return at < limit ? at + 1 : nil

    func number(_ base: UInt32, _ digits: Int) -> UInt32 {
      var result: UInt32 = 0
      let end = min(limit, at + digits)
      while at < end, let digit = Character(Unicode.Scalar(text[at])).hexDigitValue,
        digit < Int(base)
      {
        result = result &* base &+ UInt32(digit)
        at += 1
      }
      return result
    }

    func append(_ scalar: UInt32) {
      value += Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }
  }
}
