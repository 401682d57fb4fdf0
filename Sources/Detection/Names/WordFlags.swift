/// What is known of a word of a name: the lists of ``NameTable`` that hold it, and its look.
struct WordFlags: OptionSet, Sendable {
  let rawValue: UInt32

  // Words that name a secret.
  static let password = WordFlags(rawValue: 1 << 0)
  static let secret = WordFlags(rawValue: 1 << 1)
  static let token = WordFlags(rawValue: 1 << 2)
  static let key = WordFlags(rawValue: 1 << 3)
  static let apiKey = WordFlags(rawValue: 1 << 4)
  static let authorization = WordFlags(rawValue: 1 << 5)
  static let credential = WordFlags(rawValue: 1 << 6)
  /// Many of something.
  static let many = WordFlags(rawValue: 1 << 7)
  static let head: WordFlags = [
    .password, .secret, .token, .key, .apiKey, .authorization, .credential, .many,
  ]

  // What stands around them.
  static let hint = WordFlags(rawValue: 1 << 8)
  static let neutral = WordFlags(rawValue: 1 << 9)
  static let metadata = WordFlags(rawValue: 1 << 10)
  static let plural = WordFlags(rawValue: 1 << 11)
  static let publicKey = WordFlags(rawValue: 1 << 12)
  static let secretKey = WordFlags(rawValue: 1 << 13)
  static let harmlessToken = WordFlags(rawValue: 1 << 14)
  static let action = WordFlags(rawValue: 1 << 15)
  /// Ends or begins like a secret's word and is none.
  static let whole = WordFlags(rawValue: 1 << 16)
  /// `pass`, which also means to succeed and to hand over.
  static let pass = WordFlags(rawValue: 1 << 17)
  static let test = WordFlags(rawValue: 1 << 18)
  static let denial = WordFlags(rawValue: 1 << 19)
  static let cached = WordFlags(rawValue: 1 << 20)
  static let owner = WordFlags(rawValue: 1 << 21)
  static let `public` = WordFlags(rawValue: 1 << 22)

  // Its look.
  static let digits = WordFlags(rawValue: 1 << 24)
  /// `scriptpub`.
  static let endsInPub = WordFlags(rawValue: 1 << 25)
  /// `csrfmiddleware`.
  static let guardsForms = WordFlags(rawValue: 1 << 26)
}
