/// Tells identifiers and words from random letters.
enum Wordiness {
  /// Whether a value is made of pronounceable parts, as `myServiceAccount` and `deploy-to-prod` are
  /// and `xkqzWmPvLr` is not. Digits count as parts of their own.
  ///
  /// A part ends at a symbol, a digit, or where lower case turns to upper case. Random letters of
  /// both cases give parts of one or two letters, random lower case gives parts without vowels.
  static func isWords(_ bytes: some Sequence<UInt8>) -> Bool {
    var parts = 0
    var letters = 0
    var strange = 0
    var length = 0
    var vowels = 0
    var run = 0
    var longestRun = 0
    var wasLowercase = false

    func close() {
      guard length > 0 else { return }
      parts += 1
      letters += length
      let hasSound = vowels > 0 || length <= 4
      let flows = longestRun <= 4
      if !hasSound || !flows || (length >= 8 && vowels * 6 < length) { strange += length }
      length = 0
      vowels = 0
      run = 0
      longestRun = 0
    }

    for byte in bytes {
      guard byte.isLetter else {
        close()
        wasLowercase = false
        continue
      }
      if byte.isUppercase && wasLowercase { close() }
      wasLowercase = byte.isLowercase
      length += 1
      switch byte | 0x20 {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        vowels += 1
        run = 0
      default:
        run += 1
        longestRun = max(longestRun, run)
      }
    }
    close()
    guard parts > 0 else { return false }
    return strange * 5 <= letters && letters >= parts * 3
  }
}
