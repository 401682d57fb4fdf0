/// Reads the name of a block of settings in which a value is called `key` and nothing else.
enum BlockName {
  /// Whether the name says that its key signs, encrypts or lets in: `jwt`, `JwtSettings`, `api`.
  static func saysSecret(_ name: some Sequence<UInt8>) -> Bool {
    var flags: UInt32 = 0
    NameWords.forEach(of: name) { bytes, word in
      let known = PackedWord(bytes[word]).map { table[$0] } ?? 0
      // A word that nothing is known about may turn the meaning.
      flags |= known == 0 ? unknown : known
    }
    return flags & (purpose | unknown) == purpose
  }

  private static let purpose: UInt32 = 1
  private static let filler: UInt32 = 2
  private static let unknown: UInt32 = 4

  private static let table = WordTable([
    (
      purpose,
      [
        "access", "api", "auth", "cipher", "client", "credentials", "crypt", "crypto", "encryption",
        "hmac", "jwt", "private", "secret", "security", "signing", "webhook",
      ]
    ),
    (
      filler,
      [
        "app", "config", "configuration", "data", "key", "options", "service", "settings", "token",
        "tokens",
      ]
    ),
  ])
}
