/// Splits a name into its words, in lower case: `DB_PASSWORD`, `dbPassword`, `db-password` and
/// `db.password` are all `db`, `password`.
///
/// Digits at a word's end are dropped: `SECRET_KEY2` is a secret key.
enum NameWords {
  /// More words than that no name has that a person would read.
  static let limit = 16

  /// The words of a name.
  static func split(_ name: some Sequence<UInt8>) -> [String] {
    var words: [String] = []
    forEach(of: name) { bytes, word in
      words.append(String(decoding: bytes[word], as: UTF8.self))
    }
    return words
  }

  /// Calls a closure with some bytes and the range of each word in them, at most twice ``limit``
  /// times. Allocates one buffer a name.
  static func forEach(
    of name: some Sequence<UInt8>, _ body: (_ bytes: [UInt8], _ word: Range<Int>) -> Void
  ) {
    var count = 0
    var word: [UInt8] = []
    word.reserveCapacity(32)
    var previous: UInt8 = 0
    /// Whether the word so far ends in two capitals, as in `APIKey`, where the last one begins the
    /// next word.
    var capitals = 0

    func close() {
      var end = word.count
      if end > 0, word[end - 1].isDigit, word.contains(where: \.isLetter) {
        while word[end - 1].isDigit { end -= 1 }
      }
      if end > 0, count < limit {
        parts(of: word, end, body)
        count += 1
      }
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
  }

  /// The parts of a word that was written without a mark between them: `authtoken`, `dbpassword`,
  /// `tokenurl`.
  private static func parts(
    of word: [UInt8], _ end: Int, _ body: (_ bytes: [UInt8], _ word: Range<Int>) -> Void
  ) {
    guard end > 4, NameTable.flags(of: word, 0..<end).isDisjoint(with: [.whole, .password]) else {
      return body(word, 0..<end)
    }
    let (first, last) = (word[0], word[end - 1])
    for head in heads where end > head.count {
      // Most words are told from these two letters.
      if last == head[head.count - 1], word[(end - head.count)..<end].elementsEqual(head) {
        body(word, 0..<end - head.count)
        return body(word, end - head.count..<end)
      }
      if first == head[0], word[..<head.count].elementsEqual(head) {
        let tail = head.count..<end
        if !NameTable.flags(of: word, tail).isDisjoint(with: [.metadata, .plural]) {
          body(word, 0..<head.count)
          return body(word, tail)
        }
      }
    }
    body(word, 0..<end)
  }

  /// Longest first, so that `apitoken` does not end in nothing.
  private static let heads = [
    "passphrase", "password", "passwort", "passwd", "secret", "token", "pwd", "pass", "key", "auth",
  ].map { Array($0.utf8) }
  /// Words that end or begin like a secret's and are none.
  static let whole = [
    "monkey", "turkey", "donkey", "hockey", "jockey", "whiskey", "hotkey", "turnkey", "compass",
    "bypass", "surpass", "trespass", "overpass", "underpass", "encompass", "tokenizer", "tokenize",
    "tokenized", "passport", "oauth", "keyboard", "secretary", "unauth", "passthrough", "keynote",
    "keypair", "keystroke", "keyword", "keywords", "keyframe", "keyring", "keyspace", "keystone",
    "lowpass", "highpass", "bandpass", "multipass", "singlepass", "renderpass", "minipass",
  ]
}
