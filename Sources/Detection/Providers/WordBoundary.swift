/// Where words begin and end in names that may be written in camel case, or joined to a word for a
/// secret.
enum WordBoundary {
  /// Whether a word begins at a place of a name.
  static func begins(_ bytes: [UInt8], at place: Int, in name: Range<Int>) -> Bool {
    guard bytes[place].isAlphanumeric else { return false }
    guard place > name.lowerBound else { return true }
    return begins(bytes, at: place)
  }

  /// Whether a word begins at a place.
  static func begins(_ bytes: [UInt8], at place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = bytes[place - 1]
    return !before.isAlphanumeric || before.isLowercase && bytes[place].isUppercase
      || isEscapeLetter(bytes, at: place - 1)
  }

  /// Whether neither letters nor digits touch a word, but for those of another word in camel case
  /// behind it.
  static func standsApart(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    guard word.lowerBound == 0 || !bytes[word.lowerBound - 1].isAlphanumeric else { return false }
    return word.upperBound >= bytes.count || !bytes[word.upperBound].isAlphanumeric
      || bytes[word.upperBound].isUppercase && bytes[word.upperBound - 1].isLowercase
  }

  /// Whether letters or digits stand before a place, other than the letter of an escape.
  static func isInside(_ bytes: [UInt8], at place: Int) -> Bool {
    place > 0 && bytes[place - 1].isAlphanumeric && !isEscapeLetter(bytes, at: place - 1)
  }

  /// Whether a word may end before a place: no letter follows, or another word begins there, such
  /// as the `key` of `infurakey` and the `Token` of `lineToken`.
  static func ends(_ bytes: [UInt8], at place: Int) -> Bool {
    guard place < bytes.count, bytes[place].isAlphanumeric else { return true }
    if bytes[place].isUppercase, bytes[place - 1].isLowercase || bytes[place - 1].isDigit {
      return true
    }
    return SecretWord.length(in: bytes, at: place) != nil
  }

  /// The letter of `\n` and `\t`, behind which a word begins.
  private static func isEscapeLetter(_ bytes: [UInt8], at place: Int) -> Bool {
    place > 0 && bytes[place - 1] == UInt8(ascii: "\\") && "nrt".utf8.contains(bytes[place])
  }
}
