internal import Rules

/// Reads a generated value of any shape behind a provider's word: a row of rules knows few shapes,
/// and whoever leaks a key may have one of another.
struct NamedValue {
  /// What stands between a provider's word and a word for a secret.
  private static let joints = ByteSet(" \t_-.")
  /// What stands between a word for a secret and its value.
  private static let marks = ByteSet(" \t-:=\"'>")
  /// What makes an assignment.
  private static let signs = ByteSet(":=(")
  /// How far behind the provider's word the words for a secret may reach, in bytes.
  private static let reach = 40
  /// The longest value, in bytes.
  private static let longest = 512
  /// Words that leave no doubt that a digest or a UUID behind them opens something.
  private static let sure: [StaticString] = [
    "token", "key", "secret", "pass", "pwd", "bearer", "pat",
  ]

  let bytes: [UInt8]

  /// The value behind one of the names that begin at a place, with nothing but words for a secret
  /// between them: `clarifai KEY 9f8a…`, `clarifai-SECRET-9f8a…`, `clarifai  private   key : …`; or
  /// with a mark of assignment alone: `clarifai = "Xk3…"`. Costs a bounded number of bytes.
  func match(
    of names: [(entry: Int, end: Int)], at start: Int, _ engine: DetectionEngine
  ) -> ProviderMatch? {
    for (entry, end) in names {
      guard let rule = engine.providers.rules(of: entry).first else { continue }
      if let (word, value) = told(from: end) {
        return ProviderMatch(rule: rule, range: value, name: start..<word, bond: .mentioned)
      }
      if let value = assigned(start..<end) {
        return ProviderMatch(rule: rule, range: value, name: start..<end, bond: .beside)
      }
    }
    return nil
  }

  /// The end of the words for a secret behind a place, and the value behind them.
  private func told(from end: Int) -> (word: Int, value: Range<Int>)? {
    var place = gap(from: end, Self.joints)
    var word = 0..<0
    while place - end < Self.reach, let length = SecretWord.length(in: bytes, at: place) {
      word = place..<place + length
      place = gap(from: word.upperBound, Self.joints)
    }
    guard !word.isEmpty else { return nil }
    let start = gap(from: word.upperBound, Self.marks)
    guard start > word.upperBound, let value = generated(at: start) else { return nil }
    // A dash joins the two as nothing else does: `clarifaiPRIVATE-9f8a…`.
    let isJoined = start == word.upperBound + 1 && bytes[start - 1] == UInt8(ascii: "-")
    if TokenShape.namesThings(bytes[value]), !isJoined,
      !Self.sure.contains(where: { bytes[word].equals(ignoringCase: $0) })
    {
      return nil
    }
    return (word.upperBound, value)
  }

  /// The value that is given to a name which is the provider's word alone. It must be made of small
  /// letters, capitals and digits, as no digest and no name is.
  private func assigned(_ name: Range<Int>) -> Range<Int>? {
    guard name.lowerBound == 0 || isFree(bytes[name.lowerBound - 1]), name.upperBound < bytes.count
    else { return nil }
    var start = name.upperBound
    var hasSign = false
    while start < bytes.count, start - name.upperBound < 12,
      Self.marks.contains(bytes[start]) || Self.signs.contains(bytes[start])
    {
      hasSign = hasSign || Self.signs.contains(bytes[start])
      start += 1
    }
    guard hasSign, bytes[start - 1] != UInt8(ascii: "-"), let value = generated(at: start) else {
      return nil
    }
    let shape = ValueShape(bytes[value])
    guard value.count >= 20, shape.classes >= 3, shape.uppercase > 1, shape.lowercase > 1,
      let last = bytes[value].last, last.isAlphanumeric || last == UInt8(ascii: "="),
      shape.digits > 1, !bytes[value].contains(UInt8(ascii: "/")), !bytes[value].hasPrefix("sha"),
      value.upperBound == bytes.count || bytes[value.upperBound].isQuote
        || bytes[value.upperBound].isNewline
    else { return nil }
    return value
  }

  /// Whether a byte before a name is no part of it, nor of an address.
  private func isFree(_ byte: UInt8) -> Bool {
    !byte.isNameByte && !"/@.$".utf8.contains(byte)
  }

  /// Just behind a few bytes of a set.
  private func gap(from start: Int, _ set: ByteSet) -> Int {
    var place = start
    while place < bytes.count, place - start < 12, set.contains(bytes[place]) { place += 1 }
    return place
  }

  /// The generated value that begins at a place.
  private func generated(at start: Int) -> Range<Int>? {
    var end = start
    while end < bytes.count, end - start <= Self.longest,
      bytes[end].isBase64Digit || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "~")
    {
      end += 1
    }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    while end < bytes.count, end - start <= Self.longest, bytes[end] == UInt8(ascii: "=") {
      end += 1
    }
    guard (16...Self.longest).contains(end - start), bytes[start..<end].contains(where: \.isDigit),
      end == bytes.count || !bytes[end].isNameByte && !"(@:/".utf8.contains(bytes[end]),
      OpaqueRuns.isOne(bytes, start..<end),
      TokenShape.looksGenerated(Array(bytes[start..<end]), minimum: 16)
    else { return nil }
    return start..<end
  }
}
