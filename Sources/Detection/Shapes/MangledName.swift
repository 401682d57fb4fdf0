/// Recognises the names that compilers give to symbols, in which each word stands behind its length:
/// `s4WASI14FileAccessModeV`, `_ZN4core3fmt9Formatter`.
enum MangledName {
  /// Whether two such words or more, of four letters at least, make up half of a value.
  static func isOne(_ value: [UInt8]) -> Bool {
    var words = 0
    var covered = 0
    var place = 0
    while place < value.count {
      guard value[place].isDigit else {
        place += 1
        continue
      }
      let digits = value[place...].prefix(2).prefix(while: \.isDigit)
      let length = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let word = value[digits.endIndex...].prefix(length)
      if length >= 4, word.count == length, word.allSatisfy({ $0.isLetter || $0 == 0x5F }),
        Wordiness.isWords(word)
      {
        words += 1
        covered += digits.count + length
        place = word.endIndex
      } else {
        place = digits.endIndex
      }
    }
    return words > 1 && covered * 2 >= value.count
  }
}
