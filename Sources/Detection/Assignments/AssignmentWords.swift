internal import Patterns

/// The parts of words that every name of a secret holds: what the one pass over a text looks for.
enum AssignmentWords {
  static let all: [String] = [
    "pass", "pwd", "psw", "secret", "token", "key", "auth", "cred", "jwt", "bearer", "_pat",
    "senha", "kennwort", "private", "access", "api", "psk", "salt",
    // Two letters alone would be everywhere.
    "pw=", "pw:", "pw ", "pw\"", "pw'",
  ]

  static let keywords: [Keyword] = all.compactMap { Keyword($0.utf8, ignoringCase: true) }

  /// How many bytes of each word belong to the name, not to what follows it.
  private static let lengths = all.map { $0.utf8.count(where: \.isNameByte) }

  /// How many bytes of a word belong to the name, not to what follows it.
  static func length(of index: Int) -> Int { lengths[index] }
}
