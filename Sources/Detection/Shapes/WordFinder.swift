/// Finds which of a few words stand in a value, in one pass over it, however many words there are.
///
/// For each byte one table says which words may begin with it and another which may go on with it:
/// only where both agree is a word compared, so that random letters cost two loads each.
struct WordFinder: Sendable {
  private let words: [[UInt8]]
  /// For each byte a bit for each word that begins with it, in either case.
  private let first: [UInt64]
  /// For each byte a bit for each word that has it second, in either case.
  private let second: [UInt64]

  /// A finder.
  ///
  /// - Parameter words: at most 64, of two bytes or more, in lower case.
  init(_ words: [StaticString]) {
    precondition(words.count <= 64, "a bit for each word")
    let words = words.map { word in word.withUTF8Buffer { unsafe Array($0) } }
    var first = [UInt64](repeating: 0, count: 256)
    var second = first
    for (index, word) in words.enumerated() {
      for (byte, isFirst) in [(word[0], true), (word[1], false)] {
        for form in [byte, byte.isLowercase ? byte ^ 0x20 : byte] {
          if isFirst { first[Int(form)] |= 1 << index } else { second[Int(form)] |= 1 << index }
        }
      }
    }
    self.words = words
    self.first = first
    self.second = second
  }

  /// The words that stand in a value's first `limit` bytes, but for the case of ASCII letters: bit
  /// `i` for word `i`.
  func find(in bytes: [UInt8], limit: Int = .max) -> UInt64 {
    let end = min(bytes.count, limit)
    var found: UInt64 = 0
    var begun: UInt64 = 0
    for place in 0..<end {
      let byte = Int(bytes[place])
      var candidates = begun & second[byte] & ~found
      while candidates != 0 {
        let word = candidates.trailingZeroBitCount
        if stands(word, in: bytes, at: place - 1, end) { found |= 1 << word }
        candidates &= candidates - 1
      }
      begun = first[byte]
    }
    return found
  }

  /// Whether any of the words stands in a value.
  func isAny(in bytes: [UInt8]) -> Bool { find(in: bytes) != 0 }

  private func stands(_ index: Int, in bytes: [UInt8], at start: Int, _ end: Int) -> Bool {
    let word = words[index]
    guard start + word.count <= end else { return false }
    for offset in 2..<max(2, word.count) where bytes[start + offset].lowercased != word[offset] {
      return false
    }
    return true
  }
}
