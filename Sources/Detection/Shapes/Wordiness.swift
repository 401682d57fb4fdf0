/// Tells identifiers and words from random letters, by pairs of letters: two of five of the 676 pairs
/// make up nineteen of twenty in real words, so in random letters most pairs are strange.
enum Wordiness {
  /// For each first letter, a bit for each second letter that is common behind it. Counted over the
  /// words of 2,500 files of documentation and source text: the 262 pairs that cover 95 %.
  private static let common: [UInt32] = [
    0x13EBD6E, 0x0164911, 0x01E4D95, 0x0164919, 0x1EFF97F, 0x01A4931,
    0x01669D1, 0x01A4111, 0x2AEF87F, 0x0040010, 0x0040111, 0x11C4939,
    0x014D913, 0x13C6D7D, 0x07EFD6F, 0x11EC991, 0x0100000, 0x13EFD5D,
    0x11CC995, 0x11EC995, 0x00EB95F, 0x0000111, 0x0026191, 0x00C8110,
    0x0048000, 0x0000010,
  ]

  /// How many pairs of letters a value holds, and how many of them are common in words. A turn from
  /// lower case to upper case parts words, as symbols and digits do, and so does the last capital of
  /// several before a small letter: `DB|Proxy`.
  static func pairs(_ bytes: some Sequence<UInt8>) -> (all: Int, common: Int) {
    var all = 0
    var known = 0
    var previous: UInt8 = 0
    /// Whether the last two bytes are capitals, and whether they are a common pair.
    var capitals = (areTwo: false, areCommon: false)
    for byte in bytes {
      if capitals.areTwo, byte.isLowercase {
        all -= 1
        if capitals.areCommon { known -= 1 }
      }
      capitals = (false, false)
      if byte.isLetter, previous.isLetter, !(previous.isLowercase && byte.isUppercase) {
        all += 1
        let followers = common[Int((previous | 0x20) - UInt8(ascii: "a"))]
        let isCommon = followers >> UInt32((byte | 0x20) - UInt8(ascii: "a")) & 1 != 0
        if isCommon { known += 1 }
        capitals = (previous.isUppercase && byte.isUppercase, isCommon)
      }
      previous = byte
    }
    return (all, known)
  }

  /// Whether a value reads like words, as `myServiceAccount` and `deploy-to-prod` do and
  /// `xkqzWmPvLr` does not. One random value of 20 letters and digits in 50 reads like words too.
  static func isWords(_ bytes: some Sequence<UInt8>) -> Bool {
    let (all, common) = pairs(bytes)
    return all > 0 && common * 4 >= all * 3
  }
}
