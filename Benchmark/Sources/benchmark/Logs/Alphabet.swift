/// The letters that tokens are made of.
struct Alphabet {
  let letters: [UInt8]

  private init(_ letters: String) { self.letters = Array(letters.utf8) }

  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let lower = "abcdefghijklmnopqrstuvwxyz"

  static let digits = Alphabet("0123456789")
  static let hex = Alphabet("0123456789abcdef")
  static let base32 = Alphabet(upper + "234567")
  /// In the order of base 62 numerals.
  static let base62 = Alphabet("0123456789" + upper + lower)
  static let base64 = Alphabet("0123456789" + upper + lower + "+/")
  static let base64url = Alphabet("0123456789" + upper + lower + "-_")
}
