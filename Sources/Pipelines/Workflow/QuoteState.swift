/// Which quotes are open in a word of a shell, while it is read byte by byte: what stands in single
/// quotes is expanded by none.
struct QuoteState {
  private let isWord: Bool
  /// The last single quote: one that is not closed is a letter.
  private let last: Int?
  private var isDouble = false
  private(set) var isHiding = false

  init(_ word: ArraySlice<UInt8>, _ isWord: Bool) {
    self.isWord = isWord
    last = isWord ? word.lastIndex(of: .singleQuote) : nil
  }

  /// Takes a quote, or an escaped one, at an offset.
  ///
  /// - Returns: `false` if another byte stands there.
  mutating func passes(_ word: ArraySlice<UInt8>, _ at: inout Int) -> Bool {
    guard isWord else { return false }
    switch word[at] {
    case .backslash where !isHiding && at + 1 < word.endIndex && word[at + 1].isQuote:
      at += 1
    case .singleQuote where isHiding:
      isHiding = false
    case .singleQuote where !isDouble && at != last:
      isHiding = true
    case .doubleQuote where !isHiding:
      isDouble.toggle()
    default:
      return false
    }
    return true
  }
}
