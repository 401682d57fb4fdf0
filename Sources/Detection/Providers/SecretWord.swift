/// The words for a secret that stand between a provider's name and a value.
enum SecretWord {
  private static let words = PrefixFinder(
    [
      "token", "key", "secret", "private", "access", "apikey", "api", "auth", "pass", "pwd", "cred",
      "bearer", "sid", "pat",
    ], ignoringCase: true)
  /// Words that say what a value of hexadecimal digits is, if it is no secret.
  private static let others = PrefixFinder(
    [
      "commit", "sha", "digest", "checksum", "integrity", "hash", "md5", "etag", "revision", "rev",
      "ref", "tag", "version", "build", "image", "trace", "request", "session", "span", "sealed",
    ], ignoringCase: true)

  /// The length of a word for a secret that stands at a place, in any case.
  static func length(in bytes: [UInt8], at place: Int) -> Int? { length(words, bytes, place) }

  /// Whether a word stands at a place that says the value is something else.
  static func isOther(_ bytes: [UInt8], at place: Int) -> Bool {
    guard let length = length(others, bytes, place) else { return false }
    let end = place + length
    return end >= bytes.count || !bytes[end].isLetter
      || bytes[end].isUppercase && bytes[end - 1].isLowercase
  }

  /// Whether a name says with one of its words that its value is something else.
  static func nameSomethingElse(_ name: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(name)
    return bytes.indices.contains { place in
      WordBoundary.begins(bytes, at: place) && isOther(bytes, at: place)
    }
  }

  private static func length(_ words: PrefixFinder, _ bytes: [UInt8], _ place: Int) -> Int? {
    words.first(in: bytes, at: place).map(words.length(of:))
  }
}
