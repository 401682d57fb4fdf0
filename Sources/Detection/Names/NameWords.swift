/// Splits a name into its words, in lower case: `DB_PASSWORD`, `dbPassword`, `db-password` and
/// `db.password` are all `db`, `password`.
///
/// Digits at a word's end are dropped: `SECRET_KEY2` is a secret key.
enum NameWords {
  /// More words than that no name has that a person would read.
  static let limit = 16

  static func split(_ name: some Sequence<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    /// Whether the word so far ends in two capitals, as in `APIKey`, where the last one begins the
    /// next word.
    var capitals = 0

    func close() {
      while word.last?.isDigit == true, word.contains(where: \.isLetter) { word.removeLast() }
      if !word.isEmpty, words.count < limit { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
      capitals = 0
    }

    for byte in name {
      if !byte.isAlphanumeric {
        close()
      } else if byte.isUppercase {
        if previous.isLowercase || previous.isDigit && capitals == 0 { close() }
        capitals += 1
        word.append(byte.lowercased)
      } else {
        if byte.isLowercase, capitals >= 2, previous.isUppercase, let first = word.popLast() {
          // A plural `s` of an acronym, as in `URLs`, costs nothing here.
          close()
          word.append(first)
        }
        capitals = byte.isDigit ? capitals : 0
        word.append(byte)
      }
      previous = byte
    }
    close()
    return words.flatMap(parts)
  }

  /// The parts of a word that was written without a mark between them: `authtoken`, `dbpassword`,
  /// `tokenurl`.
  private static func parts(of word: String) -> [String] {
    guard word.utf8.count > 4, !whole.contains(word), !NameTable.passwords.contains(word) else {
      return [word]
    }
    for head in heads where word != head {
      if word.hasSuffix(head) {
        return [String(word.dropLast(head.utf8.count)), head]
      }
      if word.hasPrefix(head) {
        let tail = String(word.dropFirst(head.utf8.count))
        if NameTable.metadata.contains(tail) || NameTable.plurals.contains(tail) {
          return [head, tail]
        }
      }
    }
    return [word]
  }

  /// Longest first, so that `apitoken` does not end in nothing.
  private static let heads = [
    "passphrase", "password", "passwort", "passwd", "secret", "token", "pwd", "pass", "key", "auth",
  ]
  /// Words that end or begin like a secret's and are none.
  private static let whole: Set = [
    "monkey", "turkey", "donkey", "hockey", "jockey", "whiskey", "hotkey", "turnkey", "compass",
    "bypass", "surpass", "trespass", "overpass", "underpass", "encompass", "tokenizer", "tokenize",
    "tokenized", "passport", "oauth", "keyboard", "secretary", "unauth", "passthrough", "keynote",
    "keypair", "keystroke", "keyword", "keywords", "keyframe", "keyring", "keyspace", "keystone",
    "lowpass", "highpass", "bandpass", "multipass", "singlepass", "renderpass",
  ]
}
