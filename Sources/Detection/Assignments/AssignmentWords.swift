internal import Patterns

/// The parts of words that every name of a secret holds: what the one pass over a text looks for.
enum AssignmentWords {
  static let all: [StaticString] = [
    "pass", "pwd", "psw", "secret", "token", "key", "auth", "cred", "jwt", "bearer", "_pat",
    "senha", "kennwort", "private", "access", "api",
    // Two letters alone would be everywhere.
    "pw=", "pw:", "pw ", "pw\"", "pw'",
  ]

  static let keywords: [Keyword] = all.compactMap { word in
    word.withUTF8Buffer { unsafe Keyword($0, ignoringCase: true) }
  }

  /// How many bytes of a word belong to the name, not to what follows it.
  static func length(of index: Int) -> Int {
    let word = all[index]
    return word.withUTF8Buffer { bytes in
      unsafe bytes.last.map(\.isNameByte) == true ? bytes.count : bytes.count - 1
    }
  }
}
