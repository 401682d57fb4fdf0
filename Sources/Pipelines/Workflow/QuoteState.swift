/// Which quotes are open in a word of a shell, while it is read byte by byte: what stands in single
/// quotes is expanded by none.
struct QuoteState {
  /// What takes the meaning from the character behind it; `nil` where quotes have no meaning.
  private let escape: UInt8?
  /// The last single quote: one that is not closed is a letter.
  private let last: Int?
  private var isDouble = false
  private(set) var isHiding = false

  /// - Parameter language: the language of the word; `nil` for a text that is no word.
  init(_ word: ArraySlice<UInt8>, _ language: ScriptLanguage?) {
    escape =
      switch language {
      case .shell: .backslash
      case .powerShell: .backquote
      case .batch, .python, nil: nil
      }
    last = escape == nil ? nil : word.lastIndex(of: .singleQuote)
  }

  /// Takes a quote, or an escaped one, at an offset.
  ///
  /// - Returns: `false` if another byte stands there.
  mutating func passes(_ word: ArraySlice<UInt8>, _ at: inout Int) -> Bool {
    guard let escape else { return false }
    switch word[at] {
    case escape where !isHiding && at + 1 < word.endIndex && word[at + 1].isQuote:
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
