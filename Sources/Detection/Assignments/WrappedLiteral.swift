/// Finds the literal inside an expression: what a conversion is given, and what stands in for a
/// variable that is not set.
struct WrappedLiteral {
  /// Conversions that take a literal, in lower case; blanks before the quote count as a bracket.
  private static let conversions: Set = [
    "convertto-securestring", "convertto-securestring -string", "[]byte", "bytes", "string",
    "new string", "string::from", "secret", "secretstr", "secretstring", "new securestring",
    "buffer.from", "atob", "base64.b64decode", "b64decode", "some", "new secretstring", "text",
  ]
  private static let longest = 32

  let bytes: [UInt8]

  /// Where the literal's quote stands in the expression that begins at `start`, or `start`.
  func unwrapped(_ start: Int) -> Int {
    if start < bytes.count, bytes[start].isQuote { return start }
    return conversion(at: start) ?? fallback(behind: start) ?? start
  }

  /// `[]byte("…")`, `ConvertTo-SecureString "…"`.
  private func conversion(at start: Int) -> Int? {
    var end = start
    while end < bytes.count, end - start <= Self.longest, !bytes[end].isQuote, bytes[end] > 0x1F,
      bytes[end] != UInt8(ascii: "(")
    {
      end += 1
    }
    guard end > start, end < bytes.count, end - start <= Self.longest else { return nil }
    let isCall = bytes[end] == UInt8(ascii: "(")
    let quote = isCall ? end + 1 : end
    guard quote < bytes.count, bytes[quote].isQuote, isCall || bytes[end - 1].isBlank else {
      return nil
    }
    var name = bytes[start..<end]
    while name.last?.isBlank == true { name.removeLast() }
    let text = String(decoding: name.lowercased, as: UTF8.self)
    return Self.conversions.contains(text) ? quote : nil
  }

  /// `process.env.TOKEN || "…"`, `env("TOKEN") ?? "…"`, `x ?: "…"`, `os.environ.get("X") or "…"`.
  private func fallback(behind start: Int) -> Int? {
    var place = start
    let end = min(bytes.count, start + 80)
    while place < end, !bytes[place].isNewline {
      if bytes[place].isBlank, place + 5 < bytes.count {
        let rest = bytes[(place + 1)...]
        for mark in Self.marks where rest.hasPrefix(mark) {
          let quote = place + 1 + mark.utf8CodeUnitCount
          return quote < bytes.count && bytes[quote].isQuote ? quote : nil
        }
      }
      let byte = bytes[place]
      guard byte.isNameByte || byte.isBlank || "()[]'\"$?:>_".utf8.contains(byte) else {
        return nil
      }
      place += 1
    }
    return nil
  }

  private static let marks: [StaticString] = ["|| ", "?? ", "?: ", "or "]
}
